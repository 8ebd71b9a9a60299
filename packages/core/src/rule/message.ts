import type { MessageValue } from './verdict.js';

/** The names in braces of a message: `'name' | 'age'` of `'{name} is {age} old'`. */
export type PlaceholderOf<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;

/** A message with its placeholders filled in. */
export function renderMessage(message: string, data: Readonly<Record<string, MessageValue>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    return value === undefined ? placeholder : renderValue(value);
  });
}

function renderValue(value: MessageValue): string {
  return value instanceof Date ? formatInstant(value.getTime()) : String(value);
}

/** `2026-11-22 05:00 UTC` */
export function formatInstant(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
