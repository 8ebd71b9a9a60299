import type { Instant } from '../model/instant.js';
import type { Resource } from '../model/resource.js';
import type { AnyDossier, Dossier, JudgedResource } from '../rule/dossier.js';
import type { SubjectKind } from '../rule/subject-kind.js';
import { POPULATIONS_OF, SCOPE_KINDS } from '../rule/evidence-kind.js';
import type { EvidenceByKind, EvidenceKind, ScopeKind } from '../rule/evidence-kind.js';
import type { Rule } from '../rule/rule.js';
import type { Gatherers } from './evidence-gatherers.js';
import type { GapFinder, Placed } from './gaps.js';
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
  readonly ofScopeSubject: (subject: ScopeSubject) => AnyDossier;
}

/**
 * Makes the dossiers of a rule. One that reads what it does not declare is a fault of the rule: its author gets the name
 * of the need.
 */
export function dossierMaker(
  rule: Pick<Rule, 'id' | 'needs' | 'subject'>,
  gather: Gatherers,
  gapsOf: GapFinder,
): DossierMaker {
  const kinds = Object.keys(rule.needs) as readonly EvidenceKind[];
  const scopeKinds = SCOPE_KINDS.filter((kind) => kinds.includes(kind));
  const guard = Object.freeze(guardOf(rule));
  const untagged = Object.freeze(Object.create(null, { tags: undeclared(rule, 'tags') }) as object);
  const unreadOf = (subject: Placed) => Object.freeze(kinds.filter((kind) => gapsOf(subject, kind).length > 0));
  const build = (evidence: object, subject: Partial<Record<SubjectKind, unknown>>, placed: Placed): unknown =>
    Object.freeze(Object.assign(Object.create(guard), evidence, subject, { unread: unreadOf(placed) }));
  return {
    ofResource: (resource, view) => {
      const evidence = Object.fromEntries(
        kinds.map((kind) => [kind, gather[kind](resource)]),
      ) as Partial<EvidenceByKind>;
      const { tags, ...rest } = resource;
      const judged: JudgedResource = Object.assign(Object.create(untagged) as object, rest);
      // What a dossier holds is what its type says: `kinds` are the needs that the type is made of.
      if (view === undefined) return build(evidence, { resource: Object.freeze(judged) }, resource) as Dossier;
      const { from, createdAt } = view;
      const seen = Object.assign(judged, createdAt === undefined ? {} : { createdAt });
      const visible = { ...evidence, ...since(evidence, from), evidenceFrom: from };
      return build(visible, { resource: Object.freeze(seen) }, resource) as Dossier;
    },
    ofScopeSubject: ({ kind, value, ref }) => {
      const evidence = Object.fromEntries(scopeKinds.map((each: ScopeKind) => [each, gather[each](ref)]));
      return build(evidence, { [kind]: value }, ref) as AnyDossier;
    },
  };
}

/** The evidence of a moment and later. */
function since(evidence: Partial<EvidenceByKind>, from: Instant): Partial<EvidenceByKind> {
  const { recoveryPoints, backupJobs, copyJobs, restoreJobs, nativeBackups } = evidence;
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
