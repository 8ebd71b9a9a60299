import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Still percent-encoded: an encoded slash is not a separator. */
  readonly path: string;
  readonly query: URLSearchParams;

  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A response as it goes over the wire. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}
