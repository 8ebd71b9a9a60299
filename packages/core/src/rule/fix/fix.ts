import type { BackupPlan, TagCondition } from '../../model/backup-plan.js';
import type { Resource } from '../../model/resource.js';
import type { MessageIdOf, Messages } from '../message.js';

/** A change that ends a failure, or a look that finds its cause. It is shown to be read, copied and changed, and never run. */
export interface Fix {
  /** The thing to do, as a sentence. */
  readonly sentence: string;
  /** It removes something, or cannot be undone: what to know first. */
  readonly warning?: string;
  /** In the order in which they are run. */
  readonly commands: readonly Command[];
  /** Absent: Terraform has nothing for it. */
  readonly terraform?: Fragment;
  /** Absent: CloudFormation has nothing for it. */
  readonly cloudFormation?: Fragment;
}

/** A call of AWS, by the AWS CLI. */
export interface Command {
  /** `backup:CreateBackupSelection` */
  readonly operation: string;
  readonly region: string;
  /** By the names of the API. */
  readonly input: Settings;
  /** The part of its answer that is written to a file. @source AWS CLI User Guide, cli-usage-filter */
  readonly saves?: { readonly query: string; readonly file: string };
  /** A member of its input that is read from a file. */
  readonly reads?: { readonly member: string; readonly file: string };
  /** A change to make by hand before it. */
  readonly before?: Fragment;
}

/** A piece of configuration. */
export interface Fragment {
  /** Where it belongs, as the end of a sentence: `each rule of backup plan "daily"`. Absent: it stands by itself. */
  readonly addTo?: string;
  /** Terraform: `resource "aws_backup_selection" "orders"`, or `tags =`. CloudFormation: the type of the resource. Absent: none. */
  readonly heading?: string;
  readonly settings: Settings;
}

/** A value of a configuration. In Terraform, an object is a block, and so is each object of a list. */
export type Setting = string | number | boolean | readonly Setting[] | Settings;

/** Values by their names. */
export interface Settings {
  readonly [name: string]: Setting;
}

/** A backup plan of the account and Region of a resource. */
export interface PlanAtHand {
  readonly plan: BackupPlan;
  readonly assigns: boolean;
  /** The role of one of its selections. */
  readonly roleArn?: string | undefined;
  /** A tag that alone assigns a resource to it. */
  readonly tag?: TagCondition | undefined;
  /** The opt-in of AWS Backup that keeps it from assigning the resource. */
  readonly optedOut?: string | undefined;
}

/** The facts with which a fix is made. */
export interface FixContext<Options = object> {
  readonly resource: Resource;
  readonly options: Options;
  /** The values of the message; times in ISO 8601. */
  readonly data: Readonly<Record<string, string | number>>;
  /** Those that assign the resource first. Those of an organization's policy are left out: they are changed elsewhere. */
  readonly plans: readonly PlanAtHand[];
}

/** The fixes of a rule's failures. None: what to do is no change of AWS. */
export type Fixes<Of extends Messages, Options> = Readonly<
  Record<MessageIdOf<Of, 'fail'>, (context: FixContext<Options>) => readonly Fix[]>
>;

/** A name that Terraform, CloudFormation and AWS Backup all take, made of that of something. */
export function identifierOf({ name }: Pick<Resource, 'name'>): string {
  const plain = name
    .replace(/\W+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  return /^[A-Za-z]/.test(plain) ? plain : `r_${plain}`;
}
