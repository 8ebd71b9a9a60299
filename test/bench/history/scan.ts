import type { World } from '@backproof/sandbox';
import { RULES, scan } from 'backproof';

/** Where an estate is served. */
interface Served {
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** What a scan found. */
interface Scanned {
  /** Of CloudTrail, in all accounts. */
  readonly lookups: number;
  readonly restores: number;
  /** Resources that count as tested. */
  readonly tested: number;
}

/** Scans all accounts of an estate for restore tests alone, at the pace that CloudTrail allows. */
export async function scanForRestores(
  { accounts, regions, now }: World,
  { url, credentials }: Served,
): Promise<Scanned> {
  const roleArns = accounts.map(({ id }) => `arn:aws:iam::${id}:role/Backproof`);
  const rules = RULES.filter(({ id }) => id === 'restore-test').map((rule) => ({ rule, options: {} }));
  const { run, inventory } = await scan({ endpointUrl: url, credentials, regions, roleArns, now, rules });
  const lookups = inventory.calls.filter(({ operation }) => operation === 'cloudtrail:LookupEvents');
  return {
    lookups: lookups.reduce((sum, { calls }) => sum + calls, 0),
    restores: inventory.restoreJobs.filter(({ status }) => status === 'COMPLETED').length,
    tested: run.outcomes.filter(({ status }) => status === 'pass').length,
  };
}
