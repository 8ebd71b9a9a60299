/** The places where resources are defined, by ARN: a file, from the root of the repository, and a line of it. */
export type SourceMap = Readonly<Record<string, { readonly file: string; readonly line?: number }>>;

/** Options of the SARIF report. */
export interface SarifOptions {
  /** `full`: every outcome, for an archive. `github`: the open violations, within the limits of GitHub code scanning. */
  readonly profile: 'full' | 'github';
  /** The category by which GitHub distinguishes uploads of one commit. */
  readonly category: string;
  readonly sourceMap: SourceMap;
}

export const OPTIONS = {
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      profile: { enum: ['full', 'github'] },
      category: { type: 'string', minLength: 1 },
      sourceMap: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          additionalProperties: false,
          required: ['file'],
          properties: { file: { type: 'string', minLength: 1 }, line: { type: 'integer', minimum: 1 } },
        },
      },
    },
  },
  defaults: { profile: 'full', category: 'backproof', sourceMap: {} } satisfies SarifOptions as SarifOptions,
};
