/** JSON Schema (draft 07) of options, or of one of them: what documentation reads of it. Validation reads all of it. */
export interface OptionSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  /** The schema of the items of a list. */
  readonly items?: OptionSchema;
  readonly properties?: Readonly<Record<string, OptionSchema>>;
  /** The allowed values in words, if the type does not say enough. */
  readonly title?: string;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}
