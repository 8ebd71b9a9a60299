/** The way in which one kind of thing is read from AWS and held in an inventory. */
export interface PopulationFacts {
  /** The part of a scope that is read, completely or not, as one population. */
  readonly per: 'scope' | 'type' | 'plan' | 'vault';
  /**
   * `records`: a list of its own in the inventory; `tags`: fields of its resources; `columns`: a table of columns;
   * `jobs`: the restore jobs that it proves.
   */
  readonly heldAs: 'records' | 'tags' | 'columns' | 'jobs';
  /**
   * It only shows how complete the others are. No verdict rests on it, so a run is not incomplete without it: not every
   * account has AWS Config, or permits a scan to read it.
   */
  readonly forCompleteness?: true;
}

/** The kinds of thing that a scan reads, each listed here once. */
const POPULATIONS = {
  resources: { per: 'type', heldAs: 'records' },
  tags: { per: 'type', heldAs: 'tags' },
  backupPlans: { per: 'scope', heldAs: 'records' },
  backupSelections: { per: 'plan', heldAs: 'records' },
  regionSettings: { per: 'scope', heldAs: 'records' },
  globalSettings: { per: 'scope', heldAs: 'records' },
  vaults: { per: 'scope', heldAs: 'records' },
  recoveryPoints: { per: 'vault', heldAs: 'columns' },
  backupJobs: { per: 'scope', heldAs: 'records' },
  copyJobs: { per: 'scope', heldAs: 'records' },
  restoreJobs: { per: 'scope', heldAs: 'records' },
  restoreEvents: { per: 'scope', heldAs: 'jobs' },
  nativeRestores: { per: 'type', heldAs: 'jobs' },
  restoreTestingPlans: { per: 'scope', heldAs: 'records' },
  restoreTestingSelections: { per: 'scope', heldAs: 'records' },
  protectedResources: { per: 'scope', heldAs: 'records', forCompleteness: true },
  nativeBackups: { per: 'type', heldAs: 'records' },
  replicas: { per: 'type', heldAs: 'records' },
  encryptionKeys: { per: 'scope', heldAs: 'records' },
  lifecyclePolicies: { per: 'scope', heldAs: 'records' },
  legalHolds: { per: 'scope', heldAs: 'records' },
  vaultPolicies: { per: 'scope', heldAs: 'records' },
  vaultApprovals: { per: 'scope', heldAs: 'records' },
  backupKeys: { per: 'scope', heldAs: 'records' },
  lockedSnapshots: { per: 'scope', heldAs: 'records' },
  recycleBinRules: { per: 'scope', heldAs: 'records' },
  disabledImages: { per: 'scope', heldAs: 'records' },
  frameworks: { per: 'scope', heldAs: 'records' },
  resourceCounts: { per: 'scope', heldAs: 'records', forCompleteness: true },
} as const satisfies Readonly<Record<string, PopulationFacts>>;

export type PopulationKind = keyof typeof POPULATIONS;

/** The kinds of thing that an inventory holds. */
export const POPULATION_KINDS = Object.keys(POPULATIONS) as readonly PopulationKind[];

/** The kinds that are held as records: what the pages of AWS's answers bring. */
export type PageKind = {
  [Kind in PopulationKind]: (typeof POPULATIONS)[Kind]['heldAs'] extends 'records' ? Kind : never;
}[PopulationKind];

export const PAGE_KINDS: readonly PageKind[] = POPULATION_KINDS.filter(isPageKind);

function isPageKind(kind: PopulationKind): kind is PageKind {
  return POPULATIONS[kind].heldAs === 'records';
}

/** Returns the part of a scope that one population of a kind stands for. */
export function partRead(kind: PopulationKind): PopulationFacts['per'] {
  return POPULATIONS[kind].per;
}

/** Returns true if a kind only shows how complete the others are. */
export function isForCompleteness(kind: PopulationKind): boolean {
  const facts: PopulationFacts = POPULATIONS[kind];
  return facts.forCompleteness === true;
}

/** The kinds that only show how complete the others are. */
export const COMPLETENESS_POPULATIONS: readonly PopulationKind[] = POPULATION_KINDS.filter(isForCompleteness);
