/** What counts as a way back. */
export interface Options {
  /** A replica that takes writes itself passes if another replica of the same data is backed up. */
  readonly acceptElsewhere: boolean;
}

export const defaults: Options = { acceptElsewhere: true };

/** A backup of another replica brings this one back only while the other's Region can be reached. */
export const strict: Partial<Options> = { acceptElsewhere: false };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    acceptElsewhere: {
      type: 'boolean',
      description: 'A Region of a global table passes if another Region of the table is backed up.',
    },
  },
};
