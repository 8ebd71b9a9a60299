/** The options: which keys recovery points must be encrypted with. */
export interface Options {
  /** `any`: whatever key AWS uses. `customer`: a customer managed key. */
  readonly key: 'any' | 'customer';
}

export const defaults: Options = { key: 'any' };

/** Whoever manages the key decides who may use it, and sees when it is used. */
export const strict: Partial<Options> = { key: 'customer' };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    key: {
      enum: ['any', 'customer'],
      description: '`any`: every key counts. `customer`: only customer managed keys do, not those of AWS.',
    },
  },
};
