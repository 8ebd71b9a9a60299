import { DAY, MINUTE } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import { remembered } from '../model/remembered.js';
import type { MessageValue, VerdictStatus } from './verdict.js';

/** One thing that a rule can say of a resource. */
export interface Message {
  /** The verdict that it gives the reason of. */
  readonly verdict: VerdictStatus;
  /** What users read; `{name}` is filled in. */
  readonly text: string;
  /** When it is said, for documentation. Absent: the text tells. */
  readonly meaning?: string;
}

/** What a rule can say, by id in kebab case. */
export type Messages = Readonly<Record<string, Message>>;

/** The ids of the messages that come with a verdict. */
export type MessageIdOf<Of extends Messages, Verdict extends VerdictStatus> = {
  [Id in keyof Of & string]: Verdict extends Of[Id]['verdict'] ? Id : never;
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
