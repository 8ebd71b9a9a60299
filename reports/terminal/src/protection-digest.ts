import type { Protection } from '@backproof/core';

/** The number of judged resources, and the protection of some of them. */
export interface ProtectionDigest {
  readonly judged: number;
  readonly byArn: ReadonlyMap<string, Protection>;
}

/** Walks through the protection of all resources once, and keeps that of these. */
export function digestProtection(protections: Iterable<Protection>, arns: ReadonlySet<string>): ProtectionDigest {
  const byArn = new Map<string, Protection>();
  let judged = 0;
  // There is one for each judged resource.
  for (const protection of protections) {
    judged += 1;
    if (arns.has(protection.arn)) byArn.set(protection.arn, protection);
  }
  return { judged, byArn };
}
