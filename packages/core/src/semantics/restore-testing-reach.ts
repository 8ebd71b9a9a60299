import { DAY } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import type { RestoreTestingPlan, RestoreTestingSelection } from '../model/restore-testing.js';
import { sameScope } from '../model/scope.js';
import { scopeOf } from './arn.js';
import { usability } from './usable-points.js';
import type { HeldPoints, Usability } from './usable-points.js';
import { matchesWildcard } from './wildcard.js';

const EVERY_RESOURCE = '*';

/**
 * Returns true if a restore-testing selection may pick points of a resource. The tags of the latest point must meet its
 * conditions; AWS Backup does not list those, so it may still pick none.
 * @source API RestoreTestingSelectionForCreate; Developer Guide, restore-testing
 */
export function mayTest(
  selection: RestoreTestingSelection,
  { arn, type }: { readonly arn: string; readonly type: string },
): boolean {
  if (selection.resourceType !== type) return false;
  return selection.resourceArns.some((each) => each === EVERY_RESOURCE || each === arn);
}

/** The reason why a restore-testing plan can pick no recovery point of a resource that its selections name. */
export type TestingObstacle = 'no-eligible-point' | 'vaults' | 'point-types' | 'window';

/** A point of a resource that a plan may pick at a moment. */
interface Candidate {
  readonly points: RecoveryPoints;
  readonly row: number;
  readonly now: Instant;
  readonly held: HeldPoints | undefined;
  readonly eligible: ReadonlySet<Usability>;
}

type Requirement = (plan: RestoreTestingPlan, candidate: Candidate) => boolean;

/** The requirements that a point must meet to be picked. The first one that no point meets is named. */
const REQUIREMENTS: readonly (readonly [TestingObstacle, Requirement])[] = [
  ['no-eligible-point', (_, { points, row, now, held, eligible }) => eligible.has(usability(points, row, now, held))],
  ['vaults', (plan, { points, row }) => takesVault(plan, points.vaultArn(row))],
  [
    'point-types',
    ({ recoveryPointTypes }, { points, row }) =>
      recoveryPointTypes.includes(points.continuous(row) ? 'CONTINUOUS' : 'SNAPSHOT'),
  ],
  [
    'window',
    ({ selectionWindowDays }, { points, row, now }) =>
      points.continuous(row) || points.createdAt(row) >= now - selectionWindowDays * DAY,
  ],
];

/** With those of which it is not known if they are picked: a status that this version does not know. */
const MAYBE_ELIGIBLE: ReadonlySet<Usability> = new Set(['usable', 'infected', 'unknown-status']);

/** A point that waits for its copy (`DELETE_AFTER_COPY`) is not picked; a malware finding does not exclude a point. */
const ELIGIBLE: ReadonlySet<Usability> = new Set(['usable', 'infected']);

/**
 * Finds what keeps a restore-testing plan from picking any of these points of a resource now; undefined if it may pick
 * one. It takes points of its own account and Region, from vaults that it includes and does not exclude, of its types
 * and not older than its selection window.
 * @source API RestoreTestingRecoveryPointSelection; Developer Guide, restore-testing
 */
export function testingObstacle(
  plan: RestoreTestingPlan,
  points: RecoveryPoints,
  now: Instant,
  held?: HeldPoints,
): TestingObstacle | undefined {
  return obstacleFor(plan, points, { now, held, eligible: ELIGIBLE });
}

/** Returns true if a restore-testing plan may pick a point, counting those in a status that this version does not know. */
export function mayPickUnknown(
  plan: RestoreTestingPlan,
  points: RecoveryPoints,
  now: Instant,
  held?: HeldPoints,
): boolean {
  return obstacleFor(plan, points, { now, held, eligible: MAYBE_ELIGIBLE }) === undefined;
}

function obstacleFor(
  plan: RestoreTestingPlan,
  points: RecoveryPoints,
  given: Pick<Candidate, 'now' | 'held' | 'eligible'>,
): TestingObstacle | undefined {
  let candidates = Array.from({ length: points.count }, (_, row): Candidate => ({ points, row, ...given }));
  for (const [obstacle, meets] of REQUIREMENTS) {
    candidates = candidates.filter((candidate) => meets(plan, candidate));
    if (candidates.length === 0) return obstacle;
  }
  return undefined;
}

function takesVault({ scope, includeVaults, excludeVaults }: RestoreTestingPlan, vaultArn: string): boolean {
  const ofVault = scopeOf(vaultArn);
  const matches = (pattern: string): boolean => matchesWildcard(pattern, vaultArn);
  if (ofVault === undefined || !sameScope(ofVault, scope)) return false;
  return includeVaults.some(matches) && !excludeVaults.some(matches);
}
