import type { Inventory } from '../model/inventory.js';
import { compare } from '../model/order.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { scopeOf } from '../semantics/arn.js';
import { copyTargetsByScope } from './copy-targets.js';

/** Evidence about the resources of one scope that lies, or may lie, in another one. */
export interface EvidenceElsewhere {
  /** The scope of the resources, as `scopeKey` writes it: `111111111111/eu-west-1`. */
  readonly of: string;
  /** The scope of the evidence. */
  readonly at: string;
}

/**
 * Finds the evidence that a scan of one scope knows to cross into a scope that was not scanned: copies that go there by plans
 * and copy jobs, and recovery points and restores here of resources that are there.
 */
export function evidenceElsewhere(inventory: Inventory): readonly EvidenceElsewhere[] {
  const scanned = new Set(inventory.scopes.map(scopeKey));
  const found = new Map<string, EvidenceElsewhere>();
  const add = (of: string, at: string): void => {
    if (scanned.has(of) !== scanned.has(at)) found.set(elsewhereKey({ of, at }), { of, at });
  };
  for (const [of, targets] of copyTargetsByScope(inventory)) for (const at of targets.values()) add(of, at);
  const addAbout = (arn: string, places: Iterable<Scope | undefined>): void => {
    const of = scopeOf(arn);
    if (of === undefined || scanned.has(scopeKey(of))) return;
    for (const at of places) if (at !== undefined) add(scopeKey(of), scopeKey(at));
  };
  const { recoveryPoints, restoreJobs } = inventory;
  for (const arn of recoveryPoints.resourceArns()) addAbout(arn, vaultScopes(recoveryPoints.of(arn)));
  for (const { sourceResourceArn = '', scope } of restoreJobs) addAbout(sourceResourceArn, [scope]);
  return [...found.values()].toSorted((a, b) => compare(elsewhereKey(a), elsewhereKey(b)));
}

/** The identity of a crossing, by which lists of them are ordered. */
export function elsewhereKey({ of, at }: EvidenceElsewhere): string {
  return `${of} ${at}`;
}

function* vaultScopes(points: { readonly count: number; vaultArn(row: number): string }): Generator<Scope | undefined> {
  for (let row = 0; row < points.count; row++) yield scopeOf(points.vaultArn(row));
}
