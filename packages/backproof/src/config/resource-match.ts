import { defined } from '@backproof/core';
import type { ResourceMatch } from '@backproof/core';
import type { MatchInFile } from './config-file.js';

/** A match as core has it: where a file gives one value, a list of it. */
export function resourceMatch({ types, accounts, regions, arns, tags }: MatchInFile): ResourceMatch {
  return defined({
    types: listOf(types),
    accounts: listOf(accounts),
    regions: listOf(regions),
    arns: listOf(arns),
    tags: tags && Object.fromEntries(Object.entries(tags).map(([key, values]) => [key, listOf(values) ?? []])),
  });
}

function listOf<T extends string>(values: T | readonly T[] | undefined): readonly T[] | undefined {
  return typeof values === 'string' ? [values] : values;
}
