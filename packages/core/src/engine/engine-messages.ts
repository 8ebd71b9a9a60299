import type { Message, Messages } from '../rule/message.js';
import type { RelationKind } from '../model/relation.js';

/** The engine's own messages. They stand beside the rule's, and every rule may get them. */
export const ENGINE_MESSAGES = {
  'evidence-incomplete': { status: 'unknown', text: 'Unknown: {missing} could not be read ({cause}).' },
  'rule-error': { status: 'unknown', text: 'Unknown: the rule failed with "{error}".' },
  'settings-unknown': {
    status: 'unknown',
    text: 'Unknown: the tags of {name} could not be read, so the settings that apply to it are not known.',
  },
  'covered-by': { status: 'pass', text: '{name} meets this rule through {via}.' },
  'awaiting-with': {
    status: 'pass',
    promise: true,
    text: '{name} depends on {via}. {via} meets this rule for now: what it still needs is not overdue.',
  },
  'parts-covered': {
    status: 'pass',
    text: '{name} does not meet this rule by itself, but each of its {count} volumes does: its data can come back. Its configuration is not backed up, and volumes that are backed up separately are not of one moment.',
  },
  'parts-missing': {
    status: 'fail',
    severity: 'high',
    text: '{name} does not meet this rule by itself, and of its {count} volumes these do not meet it either: {volumes}.',
  },
  'attached-later': {
    status: 'fail',
    severity: 'high',
    text: '{name} does not meet this rule by itself. {via}, the instance that it is attached to, does, but {name} has been attached to it only since {since}: earlier backups of {via} do not contain it.',
  },
  'related-fails': {
    status: 'fail',
    severity: 'high',
    text: '{name} does not meet this rule by itself, and {via}, which it depends on, does not meet it either.',
  },
  'related-unknown': {
    status: 'unknown',
    text: '{name} does not meet this rule by itself, and whether {via} does is not known.',
  },
  'source-not-scanned': {
    status: 'unknown',
    text: '{name} does not meet this rule by itself, and its source was not scanned: {source}.',
  },
  'judged-apart': {
    status: 'unknown',
    text: 'Whether {name} meets this rule is unknown: it was judged without its backups and restores in {place}, which another of the merged runs contains. Scan both in one run.',
  },
  'created-meanwhile': {
    status: 'unknown',
    text: '{name} does not meet this rule. It was created at {at}, after the scan started: scan again.',
  },
  'changed-meanwhile': {
    status: 'unknown',
    text: '{name} does not meet this rule, but it was backed up, copied or restored at {at}, after the scan started: scan again.',
  },
  'not-following': {
    status: 'fail',
    severity: 'high',
    text: '{name} does not meet this rule by itself. {via} does, but {name} no longer follows it: AWS reports {state}.',
  },
  'following-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} does not meet this rule by itself, and whether it still follows its source is not known: AWS reports {state}, which this version of Backproof does not know.',
  },
  'fate-unread': {
    status: 'unknown',
    text: '{name} does not meet this rule. It is attached to an instance that is not judged, and whether it is deleted with that instance was not read.',
  },
  'attachment-unread': {
    status: 'unknown',
    text: '{name} is attached to {via}, which meets this rule, but the time of the attachment was not read.',
  },
} as const satisfies Messages;

export type EngineMessageId = keyof typeof ENGINE_MESSAGES;

/** The engine's messages about a related resource, in the words of the relation. */
const BY_RELATION: Readonly<Record<RelationKind, Readonly<Partial<Record<EngineMessageId, string>>>>> = {
  host: {
    'covered-by': '{name} meets this rule through {via}, the instance that it is attached to.',
    'awaiting-with':
      '{name} is attached to {via}. {via} meets this rule for now: what it still needs is not overdue and will include {name}.',
    'related-fails':
      '{name} does not meet this rule by itself, and {via}, the instance that it is attached to, does not meet it either.',
    'related-unknown':
      '{name} does not meet this rule by itself, and whether {via}, the instance that it is attached to, does is not known.',
  },
  parts: {
    'related-unknown': '{name} does not meet this rule by itself, and whether its volume {via} does is not known.',
  },
  cluster: { 'covered-by': '{name} meets this rule through its cluster {via}.' },
  source: {
    'covered-by': '{name} meets this rule through {via}, which it replicates.',
    'awaiting-with': '{name} replicates {via}. {via} meets this rule for now: what it still needs is not overdue.',
    'related-fails':
      '{name} does not meet this rule by itself, and {via}, which it replicates, does not meet it either.',
    'related-unknown':
      '{name} does not meet this rule by itself, and whether {via}, which it replicates, does is not known.',
  },
  peer: {
    'covered-by': '{name} meets this rule through {via}, another replica of the same table.',
    'awaiting-with':
      '{name} is a replica of the same table as {via}. {via} meets this rule for now: what it still needs is not overdue.',
    'related-fails':
      '{name} does not meet this rule by itself, and {via}, another replica of the same table, does not meet it either.',
    'related-unknown':
      '{name} does not meet this rule by itself, and whether {via}, another replica of the same table, does is not known.',
  },
};

/** The engine's message of an id; undefined if it has none. `relation`: the value of that name in the message's data. */
export function engineMessage(id: string, relation?: unknown): Message | undefined {
  if (!isEngineMessage(id)) return undefined;
  const text = isRelation(relation) ? BY_RELATION[relation][id] : undefined;
  return text === undefined ? ENGINE_MESSAGES[id] : { ...ENGINE_MESSAGES[id], text };
}

function isEngineMessage(id: string): id is EngineMessageId {
  return Object.hasOwn(ENGINE_MESSAGES, id);
}

function isRelation(word: unknown): word is RelationKind {
  return typeof word === 'string' && Object.hasOwn(BY_RELATION, word);
}
