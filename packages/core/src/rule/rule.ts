import type { Instant } from '../model/instant.js';
import type { AnyDossier, CommonEvidence, Dossier } from './dossier.js';
import type { SubjectKind } from './subject-kind.js';
import type { Fix, FixContext, Fixes } from './fix/fix.js';
import type { EvidenceKind, EvidenceKindOf, Needs } from './evidence-kind.js';
import type { MessageIdOf, Messages, PlaceholderOf } from './message.js';
import type { OptionsDeclaration } from './options.js';
import type { Relations } from './relation.js';
import { SAY } from './say.js';
import type { Evidence, MessageValue, Verdict, VerdictStatus } from './verdict.js';

/** The description of a rule, from which documentation, presets and reports are made. */
export interface RuleMetadata {
  /** Kebab case, `backup-coverage`. */
  readonly id: string;
  /** Bumped when the logic changes: auditors ask which logic judged. */
  readonly version: string;
  /** The state that the rule asks for, as a sentence. */
  readonly title: string;
  /** True if the preset `recommended` has it. A new rule joins no preset by itself. */
  readonly recommended: boolean;
  /** The reason why it matters. */
  readonly rationale: string;
  /** The way to fix a failure. */
  readonly remediation: string;
  /** The controls that it supports: `soc2/A1.2`. */
  readonly controls: readonly string[];
  /** The controls of AWS Backup Audit Manager that it answers, by AWS's names. Absent: none. */
  readonly answers?: readonly string[];
  /** Its page, of which `rulePage` keeps what is written by hand: `new URL('../README.md', import.meta.url)`. */
  readonly page?: URL;
}

/** A rule as the engine and the reporters use it, made by `defineRule`. */
export interface Rule extends RuleMetadata {
  /** The kinds of thing that it judges. */
  readonly subjects: readonly SubjectKind[];
  readonly needs: Needs;
  readonly messages: Messages;
  /** JSON Schema of the options, and their defaults. */
  readonly options: RuleOptions;
  /** The relations through which a subject passes, by these options. */
  relations(options: object): Relations;
  /**
   * Returns the age in milliseconds up to which a restore without AWS Backup counts by these options: it is searched for
   * where a resource has none by AWS Backup in that time. Undefined: it does not count.
   */
  nativeRestoresWithin(options: object): number | undefined;
  /**
   * Returns the age in milliseconds of the oldest recovery points that decide most resources by these options: a scan that
   * does not look for leftovers asks for younger ones first, and for older ones of those that do not pass by them.
   * Undefined: all are needed.
   */
  horizon(options: object): number | undefined;
  /** Returns what ends a failure about a resource. Nothing: no change of AWS does, or the rule knows of none. */
  fixesOf(messageId: string, context: FixContext): readonly Fix[];
  /** Readies the rule to judge many subjects of one run. `options` must satisfy the schema. */
  prepare(setting: { readonly options: object; readonly common: CommonEvidence; readonly now: Instant }): Judge;
}

/** Judges one subject. */
export type Judge = (dossier: AnyDossier) => Verdict;

/** The options that a rule has. */
export interface RuleOptions<Options extends object = object> extends OptionsDeclaration<Options> {
  /** The options that the preset `strict` sets differently from the defaults. Absent: it uses the defaults, too. */
  readonly strict?: NoInfer<Partial<Options>>;
}

/** Gives a verdict by one of the messages that come with it, with the values of its placeholders and the evidence. */
export type Say<Of extends Messages, Status extends VerdictStatus> = <Id extends MessageIdOf<Of, Status>>(
  messageId: Id,
  data: Readonly<Record<PlaceholderOf<Of[Id]['text']>, MessageValue>>,
  evidence?: readonly Evidence[],
) => Verdict;

/** The argument of a rule's `judge`. */
export type RuleContext<
  Kind extends EvidenceKind,
  Of extends Messages,
  Options,
  Prepared = undefined,
  Subject extends SubjectKind = 'resource',
> = {
  readonly dossier: Dossier<Kind, Subject>;
  readonly options: Options;
  readonly prepared: Prepared;
  readonly now: Instant;
} & { readonly [Status in VerdictStatus]: Say<Of, Status> };

/** A rule as its author writes it. */
export interface RuleDefinition<
  RuleNeeds extends Needs,
  RuleMessages extends Messages,
  Options extends object,
  Prepared,
  Subject extends SubjectKind,
> extends RuleMetadata {
  /** The kind of thing that it judges, or several that are no resources. Absent: `resource`. */
  readonly subject?: Subject | readonly Subject[];
  readonly needs: RuleNeeds & Readonly<Record<Exclude<keyof RuleNeeds, EvidenceKindOf<Subject>>, never>>;
  readonly messages: RuleMessages;
  readonly options: RuleOptions<Options>;
  /** The relations through which a resource passes that does not pass by its own evidence. Absent: none. */
  readonly relations?: Relations | ((options: NoInfer<Options>) => Relations);
  /** The age in milliseconds up to which a restore without AWS Backup counts. Absent, or undefined: it does not. */
  readonly nativeRestoresWithin?: (options: NoInfer<Options>) => number | undefined;
  /**
   * The age in milliseconds of the oldest recovery points that decide most resources. Absent, or undefined: all are needed.
   * A rule whose need of them is `enough` may say so: its pass stands, whatever older ones there are.
   */
  readonly horizon?: (options: NoInfer<Options>) => number | undefined;
  /** The fixes of each of its failures about a resource, by message id. Absent: users have the remediation alone. */
  readonly fixes?: Fixes<RuleMessages, NoInfer<Options>>;
  /**
   * Works out, once a run and for each set of options, what many subjects share. It sees what the whole scan has in
   * common and no resource's points: a rule can judge one part of an estate without the others.
   */
  readonly prepare?: (setting: {
    readonly options: NoInfer<Options>;
    readonly common: CommonEvidence;
    readonly now: Instant;
  }) => Prepared;
  /** A pure function: no I/O, no clock but `now`, no memory but what `prepare` made. */
  readonly judge: (
    context: RuleContext<keyof RuleNeeds & EvidenceKind, RuleMessages, NoInfer<Options>, NoInfer<Prepared>, Subject>,
  ) => Verdict;
}

/**
 * Makes a rule of its definition: message ids, their verdicts and placeholders, evidence and options are checked by the
 * compiler. The engine validates options by the schema before it prepares the rule, so there they are what the author
 * says; and it hands a rule dossiers of its own subject that hold what it needs. This is the one place that relies on it.
 */
export function defineRule<
  const RuleNeeds extends Needs,
  const RuleMessages extends Messages,
  Options extends object,
  Prepared = undefined,
  const Subject extends SubjectKind = 'resource',
>(definition: RuleDefinition<RuleNeeds, RuleMessages, Options, Prepared, Subject>): Rule {
  const { subject: _, relations = {}, nativeRestoresWithin, horizon, fixes = {}, prepare, judge, ...rest } = definition;
  const fixOf = new Map<string, (context: FixContext<Options>) => readonly Fix[]>(Object.entries(fixes));
  return Object.freeze({
    ...rest,
    subjects: subjectsOf(definition.subject),
    relations: (options: object) => (typeof relations === 'function' ? relations(options as Options) : relations),
    nativeRestoresWithin: (options: object) => nativeRestoresWithin?.(options as Options),
    horizon: (options: object) => horizon?.(options as Options),
    fixesOf: (messageId: string, context: FixContext) =>
      fixOf.get(messageId)?.({ ...context, options: context.options as Options }) ?? [],
    prepare: (setting: { readonly options: object; readonly common: CommonEvidence; readonly now: Instant }): Judge => {
      const options = setting.options as Options;
      const prepared = prepare?.({ ...setting, options }) as Prepared;
      return (dossier) =>
        judge({
          dossier: dossier as unknown as Dossier<keyof RuleNeeds & EvidenceKind, Subject>,
          options,
          prepared,
          now: setting.now,
          ...SAY,
        });
    },
  });
}

function subjectsOf(subject: SubjectKind | readonly SubjectKind[] = 'resource'): readonly SubjectKind[] {
  return Object.freeze(typeof subject === 'string' ? [subject] : [...subject]);
}
