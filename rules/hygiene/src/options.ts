/** The options: what is no more than worth knowing. */
export interface Options {
  /** `fail`: expired recovery points that were not deleted, and those of resources that are gone, fail. */
  readonly leftovers: 'note' | 'fail';
}

export const defaults: Options = { leftovers: 'note' };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    leftovers: {
      enum: ['note', 'fail'],
      description:
        '`fail`: expired recovery points that were not deleted, and recovery points of resources that are gone, fail the vault or the account. `note`: the message says so.',
    },
  },
};
