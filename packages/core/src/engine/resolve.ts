import { DAY, HOUR } from '../model/instant.js';
import type { Gap } from '../model/population.js';
import type { Resource } from '../model/resource.js';
import type { Relations } from '../rule/relation.js';
import type { Rule } from '../rule/rule.js';
import { afterHalt } from './after-halt.js';
import type { View } from './dossier-maker.js';
import { failsWith } from './fails-with.js';
import { evidenceIncomplete, unknownKindOf } from './judge.js';
import type { Judgement } from './judge.js';
import type { Listings } from './listings.js';
import type { Related } from './relations.js';
import { distinct } from './rule-gaps.js';
import { engineVerdict, evidenceOf, isPromise, passes, through } from './witness.js';
import type { Testimony, Witness } from './witness.js';

/** Returns true if a judgement stands, whatever a resource is related to: it passes, or the rule does not apply. */
export function isSettled({ verdict: { status } }: Judgement): boolean {
  return status === 'pass' || status === 'notApplicable';
}

/** Returns the related resources through which a rule lets a resource pass. */
export function inherited(all: readonly Related[], relations: Relations): readonly Related[] {
  return all.filter(({ kind }) => relations[kind] === 'inherit');
}

/**
 * The judgement of a resource, with what protects it taken into account. Its own pass, and that a rule does not apply
 * to it, stand. Else it passes if what it is related to passes by its own evidence: any host, cluster, source or peer,
 * or all of its parts; what it replicates counts while it follows it. Else it is unknown if one that could have decided
 * is unknown. Else its own judgement stands.
 */
export function resolve(
  rule: Rule,
  relations: Relations,
  resource: Resource,
  own: Judgement,
  testimony: Testimony,
  listings: Listings,
): Judgement {
  if (isSettled(own) || (testimony.related.length === 0 && !mayHaveParts(resource, relations))) return own;
  const related = testimony.related.filter(({ halted }) => halted === undefined);
  const witnesses = testimony.witnesses.filter((witness) => witness.related.halted === undefined);
  return (
    byAnother(rule, resource, witnesses) ??
    byParts(rule, resource, own, related, witnesses, listings) ??
    undecided(rule, resource, own, related, witnesses, listings) ??
    afterHalt(rule, resource, own, testimony) ??
    (testimony.isBare ? failsWith(rule, resource, own, witnesses) : undefined) ??
    own
  );
}

/** An instance without a volume that was listed may have some that were not. */
function mayHaveParts({ type }: Resource, { parts }: Relations): boolean {
  return type === 'EC2' && parts === 'inherit';
}

/** A volume that is this much older than its instance has data of before. */
const OLDER = DAY;

/** A volume that is attached within this time was attached as its instance was launched. */
const LAUNCHING = HOUR;

/**
 * Returns the view of the other's evidence that is also about the resource: all of it, if the resource existed before
 * all of it.
 */
export function viewOf(
  resource: Resource,
  other: Resource,
  since: Related['since'],
  points: { readonly count: number; createdAt(row: number): number },
): View | undefined {
  if (typeof since !== 'number') return undefined;
  const { createdAt } = resource;
  const born = other.createdAt ?? Infinity;
  const isOlder = createdAt !== undefined && other.createdAt !== undefined && createdAt < other.createdAt - OLDER;
  const isBefore = points.count > 0 && points.createdAt(0) < since;
  return isOlder || isBefore || since > born + LAUNCHING ? { from: since, createdAt } : undefined;
}

/** A pass through any one host, cluster, source or peer. What is proven comes before what is promised. */
function byAnother(rule: Rule, resource: Resource, witnesses: readonly Witness[]): Judgement | undefined {
  // What is being deleted keeps no promise.
  const isVain = ({ related: { resource: other }, judgement }: Witness): boolean =>
    other.state?.is === 'deleting' && isPromise(rule, judgement.verdict);
  const passing = witnesses.filter(
    (witness) => witness.related.kind !== 'parts' && passes(witness.judgement) && !isVain(witness),
  );
  const dated = passing.filter(({ related }) => related.since !== 'unread');
  const best = dated.find(({ judgement }) => !isPromise(rule, judgement.verdict)) ?? dated[0];
  if (best !== undefined) {
    const id = isPromise(rule, best.judgement.verdict) ? 'awaiting-with' : 'covered-by';
    return through(id, 'pass', rule, resource, best);
  }
  const [undated] = passing;
  return undated && through('attachment-unread', 'unknown', rule, resource, undated);
}

/** A pass through all parts, if all were listed; a fail that names those that are missing, where others are there. */
function byParts(
  rule: Rule,
  resource: Resource,
  own: Judgement,
  related: readonly Related[],
  witnesses: readonly Witness[],
  listings: Listings,
): Judgement | undefined {
  const { name } = resource;
  const count = related.filter(({ kind }) => kind === 'parts').length;
  const parts = witnesses.filter(({ related: { kind } }) => kind === 'parts');
  if (count === 0 || parts.length < count) return undefined;
  const passing = parts.filter(({ judgement }) => passes(judgement));
  const failing = parts.filter(({ judgement }) => judgement.verdict.status === 'fail');
  const evidence = parts.map((part) => evidenceOf(rule, part));
  const gaps = distinct([...own.gaps, ...parts.flatMap(({ judgement }) => judgement.gaps)]);
  if (passing.length === count) {
    if (listings.gapsOf(resource, 'EBS').length > 0) return undefined;
    return { verdict: engineVerdict('parts-covered', 'pass', { name, count }, evidence), gaps };
  }
  if (own.verdict.status !== 'fail' || passing.length === 0 || failing.length === 0) return undefined;
  const volumes = failing.map(({ related }) => related.resource.name).join(', ');
  const verdict = engineVerdict('parts-missing', 'fail', { name, count, volumes }, evidence);
  return { verdict, gaps, insteadOf: own.verdict.messageId };
}

/** Unknown, where a related resource could have decided and is not known to. */
function undecided(
  rule: Rule,
  resource: Resource,
  own: Judgement,
  related: readonly Related[],
  witnesses: readonly Witness[],
  listings: Listings,
): Judgement | undefined {
  if (own.verdict.status !== 'fail') return undefined;
  const open = witnesses.filter(({ judgement }) => judgement.verdict.status === 'unknown');
  const partsFail = witnesses.some(
    ({ related: { kind }, judgement }) => kind === 'parts' && judgement.verdict.status === 'fail',
  );
  const doubts = open.filter(({ related: { kind } }) => kind !== 'parts' || !partsFail);
  // What can still be read comes before what AWS has forgotten: the outcome must not look as if nothing could be done.
  const doubt = doubts.find(({ judgement }) => unknownKindOf(rule, judgement) !== 'forgotten') ?? doubts[0];
  if (doubt !== undefined) return through('related-unknown', 'unknown', rule, resource, doubt);

  const unseen = related.filter(({ resource: other }) => other === undefined);
  const source = unseen.find(({ kind }) => kind !== 'host' && kind !== 'parts');
  if (source !== undefined) {
    const data = { name: resource.name, source: source.arn ?? 'AWS does not name it' };
    const verdict = engineVerdict('source-not-scanned', 'unknown', data, own.verdict.evidence);
    return { verdict, gaps: own.gaps, unknownKind: source.arn === undefined ? 'undecided' : 'unread' };
  }
  return unlisted(resource, own, unseen, listings);
}

/** Instances, or volumes, that were not listed may be the ones that protect it. */
function unlisted(
  resource: Resource,
  own: Judgement,
  unseen: readonly Related[],
  listings: Listings,
): Judgement | undefined {
  const type = resource.type === 'EC2' ? 'EBS' : 'EC2';
  const concerned = resource.type === 'EC2' || unseen.some(({ kind }) => kind === 'host');
  const gaps: readonly Gap[] = concerned ? listings.gapsOf(resource, type) : [];
  const [gap] = gaps;
  if (gap === undefined) return undefined;
  const verdict = { ...evidenceIncomplete(gap, gaps.length), evidence: own.verdict.evidence };
  return { verdict, gaps: distinct([...own.gaps, ...gaps]) };
}
