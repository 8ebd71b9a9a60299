import { groupBy } from '../model/group-by.js';
import type { Instant } from '../model/instant.js';
import { isReadBy } from '../model/inventory-versions.js';
import type { Inventory } from '../model/inventory.js';
import { partRead } from '../model/population-kind.js';
import type { PopulationKind } from '../model/population-kind.js';
import { gapsAboutAny, gapsOf, withoutResources } from '../model/population.js';
import type { Gap, Population } from '../model/population.js';
import { descriptorOf, isResourceType } from '../model/resource.js';
import type { AnyDescriptor, Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import { isFoundKind, POPULATIONS_OF } from '../rule/evidence-kind.js';
import type { EvidenceKind } from '../rule/evidence-kind.js';
import { concernsType } from './concerned-types.js';
import { copyTargetsByScope, restoreScopes } from './copy-targets.js';
import type { OutcomeSubject, SubjectType } from './outcome.js';
import { unreadPlans } from './unread-plans.js';

/** A resource, or another subject in its scope. */
export type Placed = Resource | (OutcomeSubject & { readonly tags?: never });

function isResource(subject: Placed): subject is Resource {
  return descriptorOfSubject(subject.type) !== undefined;
}

/** Finds what was not read about subjects. */
export interface GapFinder {
  /** The gaps of one kind of evidence about a subject. */
  readonly of: (subject: Placed, evidence: EvidenceKind) => readonly Gap[];
  /** Subjects of one group have the same gaps: thousands share one list. */
  readonly groupOf: (subject: Placed) => string;
}

/** The gaps of one kind of evidence about the resources of one type in one scope. */
interface SharedGaps {
  readonly ofAll: readonly Gap[];
  /** Those that are about some resources only. */
  readonly ofSome: readonly { readonly gap: Gap; readonly isAbout: (name: string) => boolean }[];
}

/** A gap, and the resources that it is not about, if it is about all others. */
interface FoundGap {
  readonly gap: Gap;
  readonly except?: ReadonlySet<string>;
}

/**
 * Finds the gaps in a resource's evidence. It may lie in the resource's own scope and in the vaults elsewhere that the
 * plans and the copy jobs of its scope copy to. What is found in other places counts too, but their gaps are no gaps of this resource.
 */
export function gapFinder(inventory: Inventory): GapFinder {
  const populations = groupBy(inventory.populations, ({ scope, kind }) => populationKey(scopeKey(scope), kind));
  const scanned = new Set(inventory.scopes.map(scopeKey));
  const plansIn = groupBy(inventory.backupPlans, ({ scope }) => scopeKey(scope));
  const vaultsIn = groupBy(inventory.vaults, ({ scope }) => scopeKey(scope));
  const vaultArns = new Set(inventory.vaults.map(({ arn }) => arn));
  const copyTargets = copyTargetsByScope(inventory);
  const restoreScopesOf = restoreScopes(inventory);
  const known = new Map<string, SharedGaps>();
  const named = new Set([
    ...inventory.populations.flatMap(gapsOf).flatMap(({ resources = [] }) => resources),
    ...inventory.populations.flatMap(({ readInFull = [] }) => readInFull),
  ]);
  const unreadPlansOf = unreadPlans(inventory);
  /** The names by which gaps may be about a subject: its own, and those of plans that are not known and may assign it. */
  const namesOf = (subject: Placed): readonly string[] =>
    isResource(subject) ? [subject.arn, ...unreadPlansOf(subject)] : [subject.arn];

  const gapsIn = (scope: string, kind: PopulationKind, part?: string): readonly FoundGap[] => {
    const ofKind = populations.get(populationKey(scope, kind)) ?? [];
    const concerned = ofKind.filter((population) => concerns(population, part));
    const unread = isReadBy(inventory.schemaVersion, kind, part) ? [] : [{ gap: notCollected(kind) }];
    // They are searched for where a verdict may turn on them: the evidence itself shows whether they were.
    if (concerned.length > 0 || kind === 'nativeRestores') return [...concerned.flatMap(foundGaps), ...unread];
    // Where a type has no backups of its own, or no replicas, those of others show that they were looked for.
    return hasNone(kind, part) && ofKind.length > 0 ? unread : [{ gap: notCollected(kind) }];
  };

  /** The parts of a kind that concern resources of a type; each is a population of its own. */
  const partsOf = (
    kind: PopulationKind,
    scope: string,
    type: SubjectType,
    arn: string,
  ): readonly (string | undefined)[] => {
    if (partRead(kind) === 'type') return [descriptorOfSubject(type) && type];
    if (!concernsType(kind, type)) return [];
    if (kind === 'backupSelections' && type === 'Backup plan') return [arn];
    if (kind === 'recoveryPoints' && type === 'Backup vault') return [arn];
    if (kind === 'backupSelections') return (plansIn.get(scope) ?? []).map((plan) => plan.arn);
    if (kind === 'recoveryPoints') return (vaultsIn.get(scope) ?? []).map((vault) => vault.arn);
    return [undefined];
  };

  const copyGaps = (scope: string): readonly FoundGap[] =>
    [...(copyTargets.get(scope) ?? [])]
      .filter(([, vaultScope]) => vaultScope !== scope && scanned.has(vaultScope))
      .flatMap(([vaultArn, vaultScope]) => [
        ...gapsIn(vaultScope, 'vaults'),
        ...(vaultArns.has(vaultArn) ? gapsIn(vaultScope, 'recoveryPoints', vaultArn) : []),
      ]);

  const copyVaultGaps = (scope: string): readonly FoundGap[] =>
    [...new Set(copyTargets.get(scope)?.values())]
      .filter((vaultScope) => vaultScope !== scope && scanned.has(vaultScope))
      .flatMap((vaultScope) => gapsIn(vaultScope, 'vaults'));

  const of: GapFinder['of'] = (resource, evidence) => {
    const scope = scopeKey(resource);
    const tagsUnread = TAGGED.has(evidence) && resource.tags === undefined;
    const key = [scope, resource.type, ownParts(resource), evidence, tagsUnread].join('\n');
    let shared = known.get(key);
    if (shared === undefined) {
      const kinds = POPULATIONS_OF[evidence].filter((kind) => kind !== 'tags' || tagsUnread);
      shared = sharedGaps([
        ...kinds.flatMap((kind) =>
          WHERE_COPIES_LIE.has(kind) && concernsType(kind, resource.type)
            ? restoreScopesOf(scope).flatMap((each) => gapsIn(each, kind))
            : partsOf(kind, scope, resource.type, resource.arn).flatMap((part) => gapsIn(scope, kind, part)),
        ),
        ...(evidence === 'recoveryPoints' ? copyGaps(scope) : []),
        // Whether the vaults of a plan exist is known only if those that it copies to were listed, too.
        ...(evidence === 'vaults' && resource.type === 'Backup plan' ? copyVaultGaps(scope) : []),
      ]);
      known.set(key, shared);
    }
    if (shared.ofSome.length === 0) return shared.ofAll;
    // A peer's restore may be any of these, and what is found by going through all resources may rest on each.
    const names = evidence === 'peerRestores' || isFoundKind(evidence) ? undefined : namesOf(resource);
    const own = shared.ofSome.filter(({ isAbout }) => names?.some(isAbout) ?? true);
    return own.length === 0 ? shared.ofAll : [...shared.ofAll, ...own.map(({ gap }) => gap)];
  };
  return {
    of,
    groupOf: (subject) =>
      [
        scopeKey(subject),
        subject.type,
        ownParts(subject),
        subject.tags === undefined,
        ...namesOf(subject).filter((name) => named.has(name)),
      ].join('\n'),
  };
}

/** Kinds that are evidence about the copies of a resource too, wherever these lie. */
const WHERE_COPIES_LIE: ReadonlySet<PopulationKind> = new Set([
  'restoreJobs',
  'restoreEvents',
  'legalHolds',
  'recycleBinRules',
  'disabledImages',
]);

/** Evidence that depends on tags, where the subject has none or they could not be read. */
const TAGGED: ReadonlySet<EvidenceKind> = new Set(['assignments', 'tags', 'planReach', 'optedOut']);

/** The ARN of what has populations of its own: a plan its selections, a vault its recovery points. */
function ownParts({ type, arn }: Placed): string {
  return type === 'Backup plan' || type === 'Backup vault' ? arn : '';
}

function sharedGaps(gaps: readonly FoundGap[]): SharedGaps {
  return {
    ofAll: gaps.flatMap(({ gap, except }) => (gap.resources === undefined && except === undefined ? [gap] : [])),
    ofSome: gaps.flatMap(({ gap, except }) => {
      if (except !== undefined) return [{ gap, isAbout: (name: string) => !except.has(name) }];
      if (gap.resources === undefined) return [];
      const resources = new Set(gap.resources);
      return [{ gap: withoutResources(gap), isAbout: (name: string) => resources.has(name) }];
    }),
  };
}

/** The gaps of a population, and that older recovery points were not asked for. */
function foundGaps(population: Population): readonly FoundGap[] {
  const gaps = gapsOf(population).map((gap): FoundGap => ({ gap }));
  const { createdAfter, readInFull = [] } = population;
  const isKnown = createdAfter === undefined || gapsAboutAny(population).length > 0;
  return isKnown ? gaps : [...gaps, { gap: notAskedFor(createdAfter), except: new Set(readInFull) }];
}

function notAskedFor(createdAfter: Instant): Gap {
  const since = new Date(createdAfter).toISOString();
  return {
    operation: 'backup:ListRecoveryPointsByBackupVault',
    code: 'NotAskedFor',
    message: `the scan did not look for leftovers: it asked only for recovery points created after ${since}`,
  };
}

/** Returns true for types, and other subjects, that have no native backups or no replications. */
function hasNone(kind: PopulationKind, subject: string | undefined): boolean {
  if (kind !== 'nativeBackups' && kind !== 'replicas') return false;
  const descriptor = descriptorOfSubject(subject);
  const mechanisms = kind === 'nativeBackups' ? descriptor?.nativeBackups : descriptor?.replications;
  return Object.keys(mechanisms ?? {}).length === 0;
}

function descriptorOfSubject(subject: string | undefined): AnyDescriptor | undefined {
  return subject !== undefined && isResourceType(subject) ? descriptorOf({ type: subject }) : undefined;
}

function populationKey(scope: string, kind: PopulationKind): string {
  return `${scope} ${kind}`;
}

function concerns({ of }: Population, part: string | undefined): boolean {
  return part === undefined || of === undefined || of === part;
}

function notCollected(kind: PopulationKind): Gap {
  return {
    operation: kind,
    code: 'NotCollected',
    message: 'the inventory does not hold it: it was taken for other rules, or by an earlier version of Backproof',
  };
}
