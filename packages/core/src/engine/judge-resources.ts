import { groupBy } from '../model/group-by.js';
import type { Resource } from '../model/resource.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import type { Crossing, Partition } from './cut-inventory.js';
import type { Gatherers } from './evidence-gatherers.js';
import type { JoinedInventory } from './joined-inventory.js';
import type { Listings } from './listings.js';
import { settingsUnknown } from './judge.js';
import type { Judgement } from './judge.js';
import type { Outcome, OutcomeSubject } from './outcome.js';
import { outcomeOf } from './outcome-of.js';
import { ownJudgements } from './own-judgements.js';
import type { OwnJudgements, ReadyRule } from './own-judgements.js';
import type { Related } from './relations.js';
import { withSourcesOfSources } from './relations.js';
import { inherited, isSettled, resolve, viewOf } from './resolve.js';
import { settingFor } from './rule-settings.js';
import type { EffectiveSetting, RuleSettings } from './rule-settings.js';
import { passes } from './witness.js';
import type { Testified, Witness } from './witness.js';

/** A resource that is judged. */
export interface JudgedSubject {
  readonly resource: Resource;
  /** Its reference, which the outcomes of all rules share. */
  readonly subject: OutcomeSubject;
  /** It is not known whether it is to be judged at all. */
  readonly fateUnread: boolean;
}

/** The outcomes of one rule, and the number of subjects for which it was switched off. */
export interface Judged {
  readonly outcomes: readonly Outcome[];
  readonly switchedOff: number;
}

/** The judgements of one rule about the resources of a partition. */
export interface JudgedResources extends Judged {
  /** Judgements that verdicts of other partitions may change. */
  readonly open: readonly OpenJudgement[];
  /** Own judgements that other partitions may need. */
  readonly statements: readonly Statement[];
}

/** A resource's own judgement, where it follows something in another partition. */
export interface OpenJudgement {
  readonly subject: JudgedSubject;
  readonly crossing: Crossing;
  readonly own: Judgement;
  readonly isBare: boolean;
}

/** The own judgement of something that is followed, by the settings of its follower. */
export interface Statement {
  readonly followerArn: string;
  readonly arn: string;
  readonly testified: Testified;
}

/** Judges resources by a rule, in their order; what lies in other partitions is left open. */
export function judgeResources(
  ready: ReadyRule,
  resources: readonly JudgedSubject[],
  joined: JoinedInventory,
  { own: ownArns, crossings }: Pick<Partition, 'own' | 'crossings'>,
): JudgedResources {
  const { settings } = ready;
  const own = ownJudgements(ready, joined.gather);
  const crossingOf = new Map(crossings.map((crossing) => [crossing.follower.arn, crossing]));
  const [outcomes, open]: [Outcome[], OpenJudgement[]] = [[], []];
  let switchedOff = 0;
  for (const subject of resources) {
    const { resource } = subject;
    const setting = settingFor(settings, resource);
    const crossing = crossingOf.get(resource.arn);
    if (setting?.off === true) switchedOff += 1;
    else if (setting === undefined) outcomes.push(outcomeWithoutSettings(settings, subject, joined.listings));
    else {
      const judgement = own.ofResource(resource, setting);
      if (isSettled(judgement)) outcomes.push(outcomeFor(settings, setting, subject, judgement));
      else if (crossing !== undefined) {
        open.push({ subject, crossing, own: judgement, isBare: isBare(resource, joined.gather) });
      } else {
        const sources = sourcesIn(joined, own, resource, setting);
        outcomes.push(resolved(settings, setting, subject, judgement, sources, joined.listings));
      }
    }
  }
  return { outcomes, open, statements: statementsOf(settings, crossings, own, joined, ownArns), switchedOff };
}

/** Resolves what partitions left open, by the statements of all of them. */
export function resolveOpen(
  settings: RuleSettings,
  open: readonly OpenJudgement[],
  statements: readonly Statement[],
  listings: Listings,
): readonly Outcome[] {
  const byFollower = groupBy(statements, ({ followerArn }) => followerArn);
  return open.flatMap(({ subject, crossing, own, isBare }) => {
    const setting = settingFor(settings, subject.resource);
    if (setting === undefined) return [];
    const said = new Map(byFollower.get(crossing.follower.arn)?.map(({ arn, testified }) => [arn, testified]));
    const sources: Sources = { all: crossing.related, isBare, testifiedOf: ({ arn }) => said.get(arn) };
    return [resolved(settings, setting, subject, own, sources, listings)];
  });
}

/** The resources that a resource is related to, and their judgements. */
interface Sources {
  readonly all: readonly Related[];
  readonly isBare: boolean;
  readonly testifiedOf: (other: Resource, since: Related['since']) => Testified | undefined;
}

function sourcesIn(
  joined: JoinedInventory,
  own: OwnJudgements,
  resource: Resource,
  setting: EffectiveSetting,
): Sources {
  return {
    all: withSourcesOfSources(resource, joined.relationsOf),
    isBare: isBare(resource, joined.gather),
    testifiedOf: (other, since) => testify(resource, other, since, setting, own, joined.gather),
  };
}

/** Returns true if no plan assigns a resource and it has no recovery points. */
function isBare(resource: Resource, gather: Gatherers): boolean {
  if (gather.recoveryPoints(resource).count > 0) return false;
  return !gather.assignments(resource).some(({ explanation }) => explanation.assigned === 'yes');
}

/** Judges a related resource by its own evidence, by the settings of the one that asks. */
function testify(
  resource: Resource,
  other: Resource,
  since: Related['since'],
  setting: EffectiveSetting,
  own: OwnJudgements,
  gather: Gatherers,
): Testified {
  const points = gather.recoveryPoints(other);
  const view = viewOf(resource, other, since, points);
  return {
    judgement: own.ofResource(other, setting, view),
    view,
    passesInFull: view !== undefined && passes(own.ofResource(other, setting)),
    hasPoints: (view === undefined ? points : points.since(view.from)).count > 0,
  };
}

function resolved(
  settings: RuleSettings,
  setting: EffectiveSetting,
  subject: JudgedSubject,
  own: Judgement,
  { all, isBare, testifiedOf }: Sources,
  listings: Listings,
): Outcome {
  const { rule } = settings;
  const relations = rule.relations(setting.options);
  const related = inherited(all, relations);
  const witnesses = related.flatMap((each): readonly Witness[] => {
    const testified = each.resource && testifiedOf(each.resource, each.since);
    return each.resource && testified ? [{ ...testified, related: { ...each, resource: each.resource } }] : [];
  });
  const judgement = resolve(rule, relations, subject.resource, own, { related, witnesses, isBare }, listings);
  return outcomeFor(settings, setting, subject, judgement);
}

function outcomeFor(
  settings: RuleSettings,
  setting: EffectiveSetting,
  { resource, subject, fateUnread }: JudgedSubject,
  judgement: Judgement,
): Outcome {
  const final = fateUnread ? withoutFail(resource, judgement) : judgement;
  return outcomeOf(settings.rule, severityOf(setting, final), subject, final, resource.state);
}

/** The own judgements of what is followed from other partitions, by the settings of each follower. */
function statementsOf(
  settings: RuleSettings,
  crossings: readonly Crossing[],
  own: OwnJudgements,
  { find, gather }: JoinedInventory,
  ownArns: ReadonlySet<string>,
): readonly Statement[] {
  return crossings.flatMap(({ follower, related }) => {
    const setting = settingFor(settings, follower);
    if (setting === undefined || setting.off) return [];
    return inherited(related, settings.rule.relations(setting.options)).flatMap(({ arn = '', since }) => {
      // A peer is known by its restores alone.
      const other = ownArns.has(arn) ? find(arn) : undefined;
      if (other === undefined) return [];
      return [{ followerArn: follower.arn, arn, testified: testify(follower, other, since, setting, own, gather) }];
    });
  });
}

function outcomeWithoutSettings(
  settings: RuleSettings,
  { resource, subject }: JudgedSubject,
  listings: Listings,
): Outcome {
  const judgement = settingsUnknown(resource, listings.tagGapsOf(resource));
  return outcomeOf(settings.rule, heaviestOf(settings), subject, judgement, resource.state);
}

/** A volume that may share the fate of an instance that is left out is not failed for what it lacks. */
function withoutFail({ name }: Resource, judgement: Judgement): Judgement {
  const { status, evidence } = judgement.verdict;
  if (status !== 'fail') return judgement;
  const verdict = { status: 'unknown', messageId: 'fate-unread', data: { name }, evidence } as const;
  return { verdict, gaps: judgement.gaps };
}

/** The severity of a failure's message; of everything else the heaviest that a failure could have. */
export function severityOf({ severity, severities }: EffectiveSetting, { verdict, insteadOf }: Judgement): Severity {
  if (verdict.status !== 'fail') return severity;
  return severities[insteadOf ?? verdict.messageId] ?? severity;
}

function heaviestOf({ severity, overrides }: RuleSettings): Severity {
  const possible = [severity, ...overrides.map((override) => override.severity)];
  return SEVERITIES.findLast((each) => possible.includes(each)) ?? severity;
}
