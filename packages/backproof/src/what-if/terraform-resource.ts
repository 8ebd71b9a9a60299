/** A resource of a plan or a state, with its values as far as they are known. */
export interface TerraformResource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly index?: unknown;
  readonly values: Readonly<Record<string, unknown>>;
}
