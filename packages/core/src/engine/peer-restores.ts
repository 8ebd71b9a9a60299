import { groupBy } from '../model/group-by.js';
import type { RestoreJob } from '../model/job.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { PeerGroup, PeerRestores } from '../rule/evidence-kind.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { newestFirst } from './newest-first.js';

type AssignmentsOf = (resource: Resource) => readonly ExplainedSelection[];

/** The groups of one kind that a resource is in; `all` unless it may be in others too. */
interface Membership {
  readonly groups: readonly string[];
  readonly all: boolean;
}

/** The restore jobs of resources, by the groups that those are in. */
interface PeerIndex {
  readonly byGroup: ReadonlyMap<string, readonly RestoreJob[]>;
  /** By scope: all of them, and those whose groups are not all known. */
  readonly inScope: ReadonlyMap<string, readonly RestoreJob[]>;
  readonly doubtfulInScope: ReadonlyMap<string, readonly RestoreJob[]>;
}

/** Gives each resource the restores of its peers. Each kind of group is indexed once, when it is first asked for. */
export function peerRestores(
  resources: readonly Resource[],
  restoreJobs: ReadonlyMap<string, readonly RestoreJob[]>,
  assignmentsOf: AssignmentsOf,
): (resource: Resource) => PeerRestores {
  const indexes = new Map<PeerGroup, PeerIndex>();
  const indexOf = (group: PeerGroup): PeerIndex => {
    const known =
      indexes.get(group) ?? indexPeers(resources, restoreJobs, (one) => membership(group, one, assignmentsOf));
    indexes.set(group, known);
    return known;
  };
  return (resource) => (group) => {
    const scope = scopeKey(resource);
    const { byGroup, inScope, doubtfulInScope } = indexOf(group);
    const { groups, all } = membership(group, resource, assignmentsOf);
    return {
      jobs: groups.map((each) => byGroup.get(inGroup(scope, each)) ?? NONE),
      doubtful: (all ? doubtfulInScope : inScope).get(scope) ?? NONE,
    };
  };
}

const NONE: readonly never[] = Object.freeze([]);

function membership(group: PeerGroup, resource: Resource, assignmentsOf: AssignmentsOf): Membership {
  if (group === 'type') return { groups: [resource.type], all: true };
  if (group === 'plan') {
    const ofResource = assignmentsOf(resource);
    const assigned = ofResource.filter(({ explanation }) => explanation.assigned === 'yes');
    const all = ofResource.every(({ explanation }) => explanation.assigned !== 'unknown');
    return { groups: [...new Set(assigned.map(({ plan }) => plan.arn))], all };
  }
  const key = group.slice('tag:'.length);
  const { tags } = resource;
  if (tags === undefined) return { groups: [], all: false };
  const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
  return { groups: value === undefined ? [] : [value], all: true };
}

function indexPeers(
  resources: readonly Resource[],
  restoreJobs: ReadonlyMap<string, readonly RestoreJob[]>,
  membershipOf: (resource: Resource) => Membership,
): PeerIndex {
  const restored = resources.flatMap((resource) => {
    const jobs = restoreJobs.get(resource.arn);
    return jobs === undefined ? [] : [{ jobs, scope: scopeKey(resource), ...membershipOf(resource) }];
  });
  const inGroups = restored.flatMap(({ jobs, scope, groups }) =>
    groups.map((group) => ({ jobs, key: inGroup(scope, group) })),
  );
  return {
    byGroup: jobsBy(inGroups, ({ key }) => key),
    inScope: jobsBy(restored, ({ scope }) => scope),
    doubtfulInScope: jobsBy(
      restored.filter(({ all }) => !all),
      ({ scope }) => scope,
    ),
  };
}

function jobsBy<Item extends { readonly jobs: readonly RestoreJob[] }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly RestoreJob[]> {
  return new Map(
    [...groupBy(items, keyOf)].map(([key, group]) => [
      key,
      Object.freeze(newestFirst(group.flatMap(({ jobs }) => jobs))),
    ]),
  );
}

/** A group's key: what a tag's value holds cannot make it another group's. */
function inGroup(scope: string, group: string): string {
  return `${scope}\n${group}`;
}
