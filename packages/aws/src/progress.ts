import type { Population, PopulationKind, Scope } from '@backproof/core';

/** The progress of a scan. */
export type Progress =
  /** The readings of all scopes together. */
  | { readonly type: 'started'; readonly readings: number }
  | { readonly type: 'scopeStarted'; readonly scope: Scope; readonly readings: number }
  | {
      readonly type: 'pageRead';
      readonly scope: Scope;
      /** Its name, such as `elasticfilesystem`. */
      readonly service: string;
      readonly kinds: readonly PopulationKind[];
    }
  | { readonly type: 'populationRead'; readonly scope: Scope; readonly population: Population }
  | { readonly type: 'readingRead'; readonly scope: Scope; readonly service: string }
  | { readonly type: 'scopeRead'; readonly scope: Scope; readonly calls: number };
