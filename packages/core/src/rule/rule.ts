import type { Instant } from '../model/instant.js';
import type { Severity } from '../model/severity.js';
import type { Dossier, EvidenceKind, Needs } from './evidence-kind.js';
import type { MessageIdOf, Messages, PlaceholderOf } from './message.js';
import type { OptionsDeclaration } from './options.js';
import type { Evidence, MessageValue, Verdict, VerdictStatus } from './verdict.js';

/** What a rule says of itself; documentation, presets and reports are made of it. */
export interface RuleMetadata {
  /** Kebab case, `backup-coverage`. */
  readonly id: string;
  /** Bumped when the logic changes: auditors ask which logic judged. */
  readonly version: string;
  /** The state that the rule asks for, as a sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** Why it matters. */
  readonly rationale: string;
  /** What to do about a failure. */
  readonly remediation: string;
  /** The controls that it supports: `soc2/A1.2`. */
  readonly controls: readonly string[];
  /** Its page, of which `rulePage` keeps what is written by hand: `new URL('../README.md', import.meta.url)`. */
  readonly page?: URL;
}

/** A rule as the engine and the reporters use it, made by `defineRule`. */
export interface Rule extends RuleMetadata {
  readonly needs: Needs;
  readonly messages: Messages;
  /** JSON Schema of the options, and the values that hold where none is given. */
  readonly options: RuleOptions;
  /** Judges one resource. `options` must satisfy the schema. */
  evaluate(dossier: Dossier, options: object, now: Instant): Verdict;
}

/** The options that a rule has. */
export interface RuleOptions<Options extends object = object> extends OptionsDeclaration<Options> {
  /** What the preset `strict` sets over the defaults. Absent: it judges by the defaults too. */
  readonly strict?: NoInfer<Partial<Options>>;
}

/** Gives a verdict by one of the messages that come with it, with the values of its placeholders and the evidence. */
export type Say<Of extends Messages, Status extends VerdictStatus> = <Id extends MessageIdOf<Of, Status>>(
  messageId: Id,
  data: Readonly<Record<PlaceholderOf<Of[Id]['text']>, MessageValue>>,
  evidence?: readonly Evidence[],
) => Verdict;

/** What a rule's `evaluate` is given. */
export type RuleContext<Kind extends EvidenceKind, Of extends Messages, Options> = {
  readonly dossier: Dossier<Kind>;
  readonly options: Options;
  readonly now: Instant;
} & { readonly [Status in VerdictStatus]: Say<Of, Status> };

/** A rule as its author writes it. */
export interface RuleDefinition<
  RuleNeeds extends Needs,
  RuleMessages extends Messages,
  Options extends object,
> extends RuleMetadata {
  readonly needs: RuleNeeds;
  readonly messages: RuleMessages;
  readonly options: RuleOptions<Options>;
  /** A pure function: no I/O, no clock but `now`. */
  readonly evaluate: (context: RuleContext<keyof RuleNeeds & EvidenceKind, RuleMessages, Options>) => Verdict;
}

/**
 * Makes a rule of its definition: message ids, their verdicts and placeholders, evidence and options are checked by the compiler.
 * The engine validates options by the schema before it calls `evaluate`, so there they are what the author says.
 */
export function defineRule<const RuleNeeds extends Needs, const RuleMessages extends Messages, Options extends object>(
  definition: RuleDefinition<RuleNeeds, RuleMessages, Options>,
): Rule {
  return Object.freeze({
    ...definition,
    evaluate: (dossier: Dossier, options: object, now: Instant): Verdict =>
      definition.evaluate({ dossier, options: options as Options, now, pass, fail, unknown, notApplicable }),
  });
}

function say(status: VerdictStatus) {
  return (
    messageId: string,
    data: Readonly<Record<string, MessageValue>>,
    evidence: readonly Evidence[] = [],
  ): Verdict => ({
    status,
    messageId,
    data,
    evidence,
  });
}

const [pass, fail] = [say('pass'), say('fail')];
const [unknown, notApplicable] = [say('unknown'), say('notApplicable')];
