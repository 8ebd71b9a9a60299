import { timestampLedger } from '@backproof/ledger';
import { messageOf } from '../message-of.js';
import { MOST_BYTES } from '../read-file.js';
import { EXIT } from './exit-code.js';
import { noLedger } from './ledger-commands.js';
import type { LedgerFlags } from './ledger-commands.js';
import { answer } from './say.js';
import { UsageError } from './usage-error.js';

/** The flags of `backproof ledger timestamp`. */
export interface TimestampFlags extends LedgerFlags {
  readonly tsa: string;
}

const TIMEOUT_MS = 30_000;

/** `backproof ledger timestamp`: has a timestamp authority timestamp the newest manifest. */
export async function timestampCommand({ ledger, tsa }: TimestampFlags): Promise<number> {
  const url = URL.parse(tsa);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`"${tsa}" is not a valid URL. Write --tsa https://tsa.example.com.`);
  }
  const stamped = await timestampLedger(ledger, (query) => ask(url, query));
  if (stamped === undefined) throw noLedger(ledger);
  answer(`timestamped manifest ${stamped.number} of the ledger, SHA-256 ${stamped.sha256}, at ${stamped.at}`);
  return EXIT.clean;
}

/** Asks by HTTP. @source RFC 3161, 3.4 */
async function ask(url: URL, query: Uint8Array): Promise<Uint8Array> {
  const refused = (cause: string): UsageError => new UsageError(`no timestamp from ${url.origin}: ${cause}`);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: query.slice(),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw refused(`HTTP status ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > MOST_BYTES.key) throw refused('the response is larger than 1 MiB');
    return bytes;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const cause = error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
    throw refused(cause);
  }
}
