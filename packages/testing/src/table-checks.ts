import { canonicalJson, ENGINE_MESSAGES, UNSUPPORTED } from '@backproof/core';
import type { Rule } from '@backproof/core';
import { outcomeOf } from './outcome-of.js';
import type { ToldStory } from './story.js';

/** The requirements on a table of stories, each with its violations, in words. */
export const TABLE_CHECKS: Readonly<Record<string, (rule: Rule, stories: readonly ToldStory[]) => readonly string[]>> =
  {
    'the table has a pass and a fail': (_, stories) =>
      (['pass', 'fail'] as const)
        .filter((status) => !stories.some((story) => story.status === status))
        .map((status) => `no story comes to ${status}: without one, a rule that always says the same would hold`),

    'the table has each story once': (_, stories) => [
      ...repeated(stories, ({ name }) => name).map(({ name }) => `two stories are called "${name}"`),
      ...repeated(stories, ({ given, options, now }) => canonicalJson({ given, options, now })).map(
        ({ name }) => `"${name}" gives what another story gives already, with the same options`,
      ),
    ],

    'the table knows the messages': ({ messages }, stories) =>
      stories
        .filter(({ message }) => !Object.hasOwn(messages, message) && !Object.hasOwn(ENGINE_MESSAGES, message))
        .map(({ name, message }) => `"${name}" expects "${message}", which is not a message of the rule`),

    'every failure has its data': ({ messages }, stories) =>
      stories
        .filter(({ status, data = {} }) => status === 'fail' && Object.keys(data).length === 0)
        .filter(({ message }) => Object.hasOwn(messages, message) && hasPlaceholder(messages[message]?.text))
        .map(({ name, message }) => `"${name}" fails without data: name what "${message}" must say`),

    'every message is exercised': ({ messages }, stories) =>
      Object.keys(messages)
        .filter((id) => !stories.some(({ message }) => message === id))
        .filter((id) => !isOfAwsBackup(id, messages[id]?.text))
        .map((id) => `no story comes to "${id}"`),

    'every option is exercised': (rule, stories) =>
      optionNames(rule).flatMap((name) => unexercised(rule, stories, name)),

    'the preset strict sets what is not so by default': (rule, stories) => strictFaults(rule, stories),
  };

/** The items whose key an earlier one has. */
function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const keys = items.map(keyOf);
  return items.filter((_, i) => keys.indexOf(keys[i] ?? '') < i);
}

function hasPlaceholder(text = ''): boolean {
  return /\{\w+\}/.test(text);
}

/** Reasons for which AWS Backup cannot back a resource up are tested where they are found. */
function isOfAwsBackup(id: string, text: string | undefined): boolean {
  return Object.entries(UNSUPPORTED).some(([reason, message]) => reason === id && message.text === text);
}

function optionNames({ options: { schema, defaults } }: Rule): readonly string[] {
  return [...new Set([...Object.keys(defaults), ...Object.keys(schema.properties ?? {})])];
}

/** Options that do not fit the schema are reported by the engine's error. */
function strictFaults(rule: Rule, stories: readonly ToldStory[]): readonly string[] {
  const { defaults, strict = {} } = rule.options;
  for (const story of stories.slice(0, 1)) outcomeOf(rule, { ...story, options: strict });
  return Object.entries(strict)
    .filter(([name, value]) => JSON.stringify(valueOf(name, defaults)) === JSON.stringify(value))
    .map(([name]) => `the preset strict sets the option "${name}" to its default`);
}

/** An option is exercised if some story gives it another value than its default, and would end otherwise without. */
function unexercised(rule: Rule, stories: readonly ToldStory[], name: string): readonly string[] {
  const byDefault = JSON.stringify(valueOf(name, rule.options.defaults));
  const changed = stories.filter(
    ({ options = {} }) => ![undefined, byDefault].includes(JSON.stringify(valueOf(name, options))),
  );
  if (changed.length === 0) return [`no story gives the option "${name}" another value than its default`];
  const matters = changed.some((story) => verdictOf(rule, story) !== verdictOf(rule, without(story, name)));
  return matters ? [] : [`no story would end otherwise if the option "${name}" had its default`];
}

function valueOf(name: string, options: object): unknown {
  return new Map(Object.entries(options)).get(name);
}

function without(story: ToldStory, option: string): ToldStory {
  const options = Object.fromEntries(Object.entries(story.options ?? {}).filter(([name]) => name !== option));
  return { ...story, options };
}

function verdictOf(rule: Rule, story: ToldStory): string {
  const { status, message, evidence } = outcomeOf(rule, story);
  return canonicalJson({ status, message, evidence });
}
