import { createHash } from 'node:crypto';

/** Names the place at which a page of a listing begins. It is opaque, and of no use to another listing. */
export function pageToken(listing: string, offset: number): string {
  return Buffer.from(`${offset}.${seal(listing, offset)}`).toString('base64url');
}

/** The offset that a token names; nothing when the token was not given out by this listing. */
export function offsetOf(token: string, listing: string): number | undefined {
  const offset = Number.parseInt(Buffer.from(token, 'base64url').toString(), 10);
  return pageToken(listing, offset) === token ? offset : undefined;
}

function seal(listing: string, offset: number): string {
  return createHash('sha256').update(`${offset} ${listing}`).digest('base64url').slice(0, 16);
}
