import { ageText } from '@backproof/core';
import type { Loss, Survival } from '@backproof/core';

const HEADS = {
  deletion: 'deleted',
  late: 'late',
  region: 'Region',
  account: 'account',
  'hostile-admin': 'admin',
  organization: 'organiz.',
  key: 'key',
} as const satisfies Readonly<Record<Loss['kind'], string>>;

/** The name of a loss at the head of a narrow column. */
export function lossHead({ kind }: Loss): string {
  return HEADS[kind];
}

/** The effect of a loss on a resource, in a cell of a table. */
export function survivalCell(survival: Survival | undefined): string {
  if (survival === undefined) return '-';
  switch (survival.status) {
    case 'survives':
      return ageText(survival.rpoMs);
    case 'at-risk':
      return 'at risk';
    case 'follows':
      return 'follows only';
    case 'lost':
    case 'unknown':
      return survival.status;
  }
}
