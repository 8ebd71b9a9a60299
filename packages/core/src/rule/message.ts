import { DAY, MINUTE } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import { remembered } from '../model/remembered.js';
import type { Severity } from '../model/severity.js';
import type { UnknownKind } from '../model/unknown-kind.js';
import type { MessageValue, VerdictStatus } from './verdict.js';

interface MessageText {
  /** The sentence that users read. `{name}` is replaced by a fact. */
  readonly text: string;
  /** The case in which the rule gives the message, for documentation. Absent: the text is enough. */
  readonly meaning?: string;
}

/** A message of a failure, with its severity. */
export interface FailMessage extends MessageText {
  readonly status: 'fail';
  /**
   * `critical`: there is nothing to restore from. `high`: the backups are about to be deleted, are too old or do not
   * work. `medium`: a policy is missed. `low`: worth knowing.
   */
  readonly severity: Severity;
}

/** A message of a pass. */
export interface PassMessage extends MessageText {
  readonly status: 'pass';
  /** The pass rests on what is still to come, such as the first backup of a new resource. */
  readonly promise?: true;
}

/** A message of an unknown outcome. */
interface UnknownMessage extends MessageText {
  readonly status: 'unknown';
  /**
   * The kind of reason. Where evidence that the rule needs was not read, the outcome is `unread`, whatever this says.
   * Absent: `unread`. The placeholder `{knownFrom}` is for the moment from which it will be known.
   */
  readonly kind?: UnknownKind;
}

/** One message of a rule about its subject. */
export type Message = FailMessage | PassMessage | UnknownMessage | (MessageText & { readonly status: 'notApplicable' });

/** The messages of a rule, by id in kebab case. */
export type Messages = Readonly<Record<string, Message>>;

/** The ids of the messages that come with a verdict. */
export type MessageIdOf<Of extends Messages, Verdict extends VerdictStatus> = {
  [Id in keyof Of & string]: Verdict extends Of[Id]['status'] ? Id : never;
}[keyof Of & string];

/** The names in braces of a message's text: `'name' | 'age'` of `'{name} is {age} old'`. */
export type PlaceholderOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;

/** A message's text with its placeholders filled in. */
export function renderMessage(text: string, data: Readonly<Record<string, MessageValue>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    return value === undefined ? placeholder : renderValue(value);
  });
}

function renderValue(value: MessageValue): string {
  return value instanceof Date ? formatInstant(value.getTime()) : String(value);
}

/** `2026-11-22 05:00 UTC` */
export function formatInstant(instant: Instant): string {
  const day = Math.floor(instant / DAY);
  return `${dateText(day)} ${timeText(Math.floor((instant - day * DAY) / MINUTE))} UTC`;
}

// The evidence on a large estate names hundreds of thousands of moments, but few days and no more minutes than a day has.
const dateText = remembered((day: number) => new Date(day * DAY).toISOString().slice(0, 10));
const timeText = remembered((minute: number) => new Date(minute * MINUTE).toISOString().slice(11, 16), DAY / MINUTE);
