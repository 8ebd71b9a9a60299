import {
  hasNativeRestores,
  isPackTypeName,
  partRead,
  POPULATION_KINDS,
  RESOURCE_TYPES,
  sameScope,
} from '@backproof/core';
import type { Gap, Population, PopulationKind, Scope } from '@backproof/core';
import type { Found } from './found.js';
import type { Unread } from './given.js';

/** Returns whether a scan can read a kind of thing in a scope, or the part of it that `of` names. */
export type Reader = (kind: PopulationKind, scope: Pick<Scope, 'accountId' | 'region'>, of?: string) => boolean;

/** Parts that are read by plan or by vault cannot be read where these cannot be listed. */
const LISTED_BY: Readonly<Partial<Record<ReturnType<typeof partRead>, PopulationKind>>> = {
  plan: 'backupPlans',
  vault: 'vaults',
};

/** A scan that can read everything else. */
export function readerWithout(unread: readonly Unread[]): Reader {
  const withheld = unread.map((each) => (typeof each === 'string' ? { kind: each } : each));
  const reads: Reader = (kind, scope, of) => {
    const parent = LISTED_BY[partRead(kind)];
    if (parent !== undefined && !reads(parent, scope)) return false;
    return !withheld.some(
      (each) =>
        each.kind === kind &&
        (each.scope === undefined || sameScope(each.scope, scope)) &&
        (each.of === undefined || each.of === of),
    );
  };
  return reads;
}

/** The populations of a scan, each read whole or not at all. */
export function populations({ scopes, records }: Found, reads: Reader): readonly Population[] {
  const types = (records.resources ?? []).map(({ type }) => type);
  const ofPacks = [...new Set(types.filter(isPackTypeName))];
  const partsIn = {
    scope: () => [undefined],
    type: () => [...RESOURCE_TYPES, ...ofPacks],
    plan: (scope) => arnsIn(scope, records.backupPlans),
    vault: (scope) => arnsIn(scope, records.vaults),
  } satisfies Record<ReturnType<typeof partRead>, (scope: Scope) => readonly (string | undefined)[]>;
  return scopes.flatMap((scope) =>
    POPULATION_KINDS.flatMap((kind) => {
      const parts = partsIn[partRead(kind)](scope);
      return parts
        .filter((of) => isSearched(kind, of))
        .map((of) => population(kind, scope, of, reads(kind, scope, of)));
    }),
  );
}

/** Restores without AWS Backup are searched for where the type has any. */
function isSearched(kind: PopulationKind, of: string | undefined): boolean {
  const type = RESOURCE_TYPES.find((each) => each === of);
  return kind !== 'nativeRestores' || (type !== undefined && hasNativeRestores({ type }));
}

function arnsIn(scope: Scope, records: readonly { readonly scope: Scope; readonly arn: string }[] = []) {
  return records.filter((record) => sameScope(record.scope, scope)).map(({ arn }) => arn);
}

function population(kind: PopulationKind, scope: Scope, of: string | undefined, read: boolean): Population {
  const fields = { kind, scope, ...(of !== undefined && { of }), count: 1, pages: 1 };
  return read ? { ...fields, status: 'complete' } : { ...fields, status: 'unavailable', gaps: [deniedTo(kind)] };
}

function deniedTo(kind: PopulationKind): Gap {
  return { operation: kind, code: 'AccessDeniedException', message: `not authorized to read ${kind}` };
}
