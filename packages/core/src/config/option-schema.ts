/** JSON Schema (draft 07) of options, or of one of them: what documentation reads of it. Validation reads all of it. */
export interface OptionSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  /** Of a list. */
  readonly items?: OptionSchema;
  readonly properties?: Readonly<Record<string, OptionSchema>>;
  /** What it takes, in words, where that says more than its type. */
  readonly title?: string;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}
