import type { Scope } from '@backproof/core';

const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2'] as const;

const FIRST_ACCOUNT = 100_000_000_000;

/** The first Regions of an estate, so many of them. */
export function regionsOf(count: number): readonly string[] {
  return REGIONS.slice(0, count);
}

/** The accounts of an estate, so many of them. */
export function accountIdsOf(count: number): readonly [string, ...string[]] {
  const [first, ...others] = Array.from({ length: count }, (_, number) => String(FIRST_ACCOUNT + number));
  return [first ?? String(FIRST_ACCOUNT), ...others];
}

/** The same Region of another account, where copies go: two accounts copy to each other. */
export function copyScope({ partition, accountId, region }: Scope): Scope {
  const number = Number(accountId) - FIRST_ACCOUNT;
  return { partition, accountId: String(FIRST_ACCOUNT + (number % 2 === 0 ? number + 1 : number - 1)), region };
}

export function arnIn({ partition, accountId, region }: Scope, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}
