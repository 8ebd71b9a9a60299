import { compare, groupBy } from '@backproof/core';
import type { OwnershipFields } from '@backproof/ledger';
import type { AuditException } from './audit.js';

/** The exceptions of one owner and system. */
export interface OwnedExceptions extends OwnershipFields {
  readonly exceptions: number;
  /** Those that no run saw end. */
  readonly open: number;
}

/** Counts exceptions by owner and system, ordered by both; those without an owner come first. */
export function exceptionsByOwner(exceptions: readonly AuditException[]): readonly OwnedExceptions[] {
  const keyOf = ({ owner, system }: AuditException): string => JSON.stringify([owner ?? null, system ?? null]);
  return [...groupBy(exceptions, keyOf).values()]
    .flatMap((its): readonly OwnedExceptions[] => {
      const [first] = its;
      if (first === undefined) return [];
      const { owner, system } = first;
      const open = its.filter(({ closed }) => closed === undefined).length;
      return [
        {
          ...(owner !== undefined && { owner }),
          ...(system !== undefined && { system }),
          ...{ exceptions: its.length, open },
        },
      ];
    })
    .sort((a, b) => compare(a.owner ?? '', b.owner ?? '') || compare(a.system ?? '', b.system ?? ''));
}
