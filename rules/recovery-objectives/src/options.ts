import { DURATION_SCHEMA, FOLLOWERS_SCHEMA, PARTS_SCHEMA } from '@backproof/core';
import type { RelationOptions } from '@backproof/core';

/** The data that may be lost, and the time that a restore may take. An objective without either asks that it comes back. */
interface ObjectiveOption {
  /** The recovery point objective. Absent: it comes back, to whatever moment. */
  readonly rpo?: string;
  /** The recovery time objective. Absent: however long that takes. */
  readonly rto?: string;
}

/** The objectives, by the loss that they are for. A loss that is not named has none. */
export interface ObjectiveOptions {
  readonly deletion?: ObjectiveOption;
  /** A corruption that is found after some time. */
  readonly late?: ObjectiveOption & { readonly foundAfter: string };
  readonly region?: ObjectiveOption;
  readonly account?: ObjectiveOption;
  readonly 'hostile-admin'?: ObjectiveOption;
  readonly organization?: ObjectiveOption;
}

/** The options: what must come back after which loss. */
export interface Options extends RelationOptions {
  readonly objectives: ObjectiveOptions;
  /** The time in which somebody surely stops the deletion of a key. `0d`: backups that this takes to save are lost. */
  readonly reactionTime: string;
}

export const defaults: Options = { objectives: {}, reactionTime: '0d', followers: 'inherit', parts: 'inherit' };

const OBJECTIVE = {
  rpo: { ...DURATION_SCHEMA, description: 'The age of the newest data that comes back, at most.' },
  rto: { ...DURATION_SCHEMA, description: 'The time that the longest of the last tested restores took, at most.' },
};

function objective(description: string) {
  return { type: 'object', additionalProperties: false, properties: OBJECTIVE, description };
}

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    objectives: {
      type: 'object',
      title: 'objectives by loss',
      additionalProperties: false,
      description:
        'What must come back, by loss: `deletion`, `late`, `region`, `account`, `hostile-admin` and `organization`, each with an `rpo`, an `rto`, both or neither; `late` also with `foundAfter`. Without any, the rule applies to nothing.',
      properties: {
        deletion: objective('The resource is deleted, and that is noticed at once.'),
        late: {
          ...objective('Its data is corrupted, and that is found after a time.'),
          required: ['foundAfter'],
          properties: {
            ...OBJECTIVE,
            foundAfter: { ...DURATION_SCHEMA, description: 'The time after which the corruption is found.' },
          },
        },
        region: objective('Its Region is lost.'),
        account: objective('Its account is closed.'),
        'hostile-admin': objective('An administrator of its account deletes what can be deleted.'),
        organization: objective('The management account closes all accounts of its organization.'),
      },
    },
    reactionTime: {
      ...DURATION_SCHEMA,
      description:
        'The time in which somebody surely notices that a customer managed key is scheduled for deletion, and cancels that. AWS waits for at least 7 days. `0d`: what such a key encrypts counts as lost to a hostile administrator of its account.',
    },
    followers: FOLLOWERS_SCHEMA,
    parts: PARTS_SCHEMA,
  },
};
