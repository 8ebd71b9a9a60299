/** A line of a file; the path is seen from where the command runs, with `/` between its folders. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

/** The defined resources: one by its ARN, those with all of these tags, or those that a CloudFormation template created. */
export type Defined =
  | { readonly arn: string }
  | { readonly tags: Readonly<Record<string, string>> }
  | { readonly logicalId: string; readonly type: string; readonly stack?: string };

/** A place where a part of the estate is defined as code. */
export interface Definition {
  readonly defines: Defined;
  readonly place: SourcePlace;
}
