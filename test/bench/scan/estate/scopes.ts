import type { Scope } from '@backproof/core';

export const ACCOUNT_IDS = ['111111111111', '222222222222'] as const;
export const REGIONS = ['eu-west-1', 'eu-central-1'] as const;

export const SCOPES: readonly Scope[] = ACCOUNT_IDS.flatMap((accountId) =>
  REGIONS.map((region) => ({ partition: 'aws', accountId, region })),
);

/** The same Region of the other account: where copies go. */
export function copyScope({ partition, accountId, region }: Scope): Scope {
  return { partition, accountId: accountId === ACCOUNT_IDS[0] ? ACCOUNT_IDS[1] : ACCOUNT_IDS[0], region };
}

export function arnIn({ partition, accountId, region }: Scope, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}
