import type { Inventory, Population, PopulationKind } from '@backproof/core';
import { scopeKey } from '@backproof/core';
import { collect } from './collect.js';
import nock from './nock.fixture.js';
import { clientConfig, scope } from './services/reading.fixture.js';
import type { ScopeAccess } from './scopes.js';

export { scope };

export const takenAt = Date.parse('2026-11-22T12:00:00Z');

/** Access to a Region of the tests' account. */
export function accessTo(region = scope.region): ScopeAccess {
  const { credentials } = clientConfig;
  return {
    scope: { ...scope, region },
    principalArn: 'arn:aws:iam::111111111111:role/scanner',
    connection: { region, credentials },
  };
}

/** Collects these kinds, and what they come after, from the tests' scope. */
export function collected(...kinds: PopulationKind[]): Promise<Inventory> {
  return collect({ scopes: [accessTo()], populations: new Set(kinds), takenAt });
}

/** Lets AWS Backup answer one GET request. */
export function answerGet(path: string, query: Record<string, string>, answer: nock.Body, status = 200): void {
  nock('https://backup.eu-west-1.amazonaws.com')
    .get(path)
    .query(query)
    .reply(status, answer, {
      'x-amzn-requestid': 'request-1',
      ...(status === 403 && { 'x-amzn-errortype': 'AccessDeniedException' }),
    });
}

/** The populations of an inventory as lines: `backupPlans complete 2`. */
export function populationLines({ populations }: Inventory): string[] {
  return populations.map((population) => {
    const { kind, of, status, count } = population;
    const place = scopeKey(population.scope) === scopeKey(scope) ? '' : `${population.scope.region} `;
    return `${place}${kind}${of === undefined ? '' : ` of ${of}`} ${status} ${String(count)}`;
  });
}

/** The gaps of an inventory's populations. */
export function gapsOf(population: Population | undefined) {
  return population === undefined || population.status === 'complete' ? [] : population.gaps;
}
