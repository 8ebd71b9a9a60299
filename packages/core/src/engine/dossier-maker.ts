import type { Instant } from '../model/instant.js';
import type { Resource } from '../model/resource.js';
import type { AnyDossier, Dossier } from '../rule/dossier.js';
import { FOUND_KINDS, isFoundKind, POPULATIONS_OF, SCOPE_KINDS } from '../rule/evidence-kind.js';
import type { EvidenceByKind, ResourceKind } from '../rule/evidence-kind.js';
import type { FoundByKind } from '../rule/found.js';
import type { Rule } from '../rule/rule.js';
import type { Gatherers } from './evidence-gatherers.js';
import type { Placed } from './gaps.js';
import { evidenceKindsOf } from './rule-gaps.js';
import type { RuleGaps } from './rule-gaps.js';
import type { ScopeSubject } from './subjects.js';

/** Evidence about a resource as another resource has a part in it: no backup of before holds that one. */
export interface View {
  readonly from: Instant;
  /** When the other resource was created: its data is as old as that. */
  readonly createdAt: Instant | undefined;
}

/** Makes the dossiers of one rule, restricted to the evidence that it needs. */
export interface DossierMaker {
  readonly ofResource: (resource: Resource, view?: View) => Dossier;
  readonly ofScopeSubject: (subject: ScopeSubject, found: FoundByKind) => AnyDossier;
}

/**
 * Makes the dossiers of a rule. One that reads what it does not declare is a fault of the rule: its author gets the name
 * of the need.
 */
export function dossierMaker(
  rule: Pick<Rule, 'id' | 'needs'>,
  gather: Gatherers,
  gapsIn: (subject: Placed) => RuleGaps,
): DossierMaker {
  const kinds = evidenceKindsOf(rule);
  const ofResources = kinds.filter((kind): kind is ResourceKind => !isFoundKind(kind));
  const scopeKinds = SCOPE_KINDS.filter((kind) => kinds.includes(kind));
  const foundKinds = FOUND_KINDS.filter((kind) => kinds.includes(kind));
  const guard = Object.freeze(guardOf(rule));
  const untagged = Object.freeze(Object.create(null, { tags: undeclared(rule, 'tags') }) as object);
  // Each is filled in place: what is put together of copies takes several times as long.
  const empty = () => Object.create(guard) as Record<string, unknown>;
  return {
    ofResource: (resource, view) => {
      const dossier = empty();
      for (const kind of ofResources) dossier[kind] = gather[kind](resource);
      const judged = Object.create(untagged) as Record<string, unknown>;
      for (const name in resource) if (name !== 'tags') judged[name] = resource[name as keyof Resource];
      if (view !== undefined) {
        // A copy has what the dossier has itself, and not what stands for the undeclared.
        Object.assign(dossier, since({ ...dossier }, view.from), { evidenceFrom: view.from });
        if (view.createdAt !== undefined) judged.createdAt = view.createdAt;
      }
      dossier.resource = Object.freeze(judged);
      dossier.unread = gapsIn(resource).unread;
      // What a dossier holds is what its type says: `kinds` are the needs that the type is made of.
      return Object.freeze(dossier) as unknown as Dossier;
    },
    ofScopeSubject: ({ kind, value, ref }, found) => {
      const dossier = empty();
      for (const each of scopeKinds) dossier[each] = gather[each](ref);
      for (const each of foundKinds) dossier[each] = found[each];
      return Object.freeze(
        Object.assign(dossier, { [kind]: value, unread: gapsIn(ref).unread }),
      ) as unknown as AnyDossier;
    },
  };
}

/** The evidence of a moment and later. */
function since(evidence: Partial<EvidenceByKind>, from: Instant): Partial<EvidenceByKind> {
  const { recoveryPoints, backupJobs, copyJobs, restoreJobs, nativeBackups, lockedSnapshots } = evidence;
  const dated = <Job extends { readonly createdAt: Instant }>(jobs: readonly Job[]) =>
    Object.freeze(jobs.filter(({ createdAt }) => createdAt >= from));
  return {
    ...(recoveryPoints && { recoveryPoints: recoveryPoints.since(from) }),
    ...(backupJobs && { backupJobs: dated(backupJobs) }),
    ...(copyJobs && { copyJobs: dated(copyJobs) }),
    ...(restoreJobs && { restoreJobs: dated(restoreJobs) }),
    ...(nativeBackups && {
      nativeBackups: Object.freeze(
        nativeBackups.filter(({ latestRestorableAt = Infinity }) => latestRestorableAt >= from),
      ),
    }),
    ...(lockedSnapshots && {
      lockedSnapshots: Object.freeze(lockedSnapshots.filter(({ startedAt }) => startedAt >= from)),
    }),
  };
}

/** Properties whose errors name the missing need to a rule's author. */
function guardOf(rule: Pick<Rule, 'id' | 'needs'>): object {
  const kinds = Object.keys(POPULATIONS_OF).filter((kind) => !Object.hasOwn(rule.needs, kind));
  return Object.create(null, Object.fromEntries(kinds.map((kind) => [kind, undeclared(rule, kind)]))) as object;
}

function undeclared({ id }: Pick<Rule, 'id'>, kind: string): PropertyDescriptor {
  return {
    get: () => {
      throw new Error(`rule "${id}" reads ${kind} without needing them. Add needs: { ${kind}: ... } to it.`);
    },
  };
}
