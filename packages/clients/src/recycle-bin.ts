import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import type { DSQLClientConfig } from '@aws-sdk/client-dsql';
import type { StaticListSchema, StaticOperationSchema, StaticStructureSchema } from '@smithy/types';
import { commandOf, DeclaredClient } from './declared-client.js';

const NAMESPACE = 'com.amazonaws.rbin';

/** Amazon Recycle Bin. @source model rbin 2021-06-15 */
export class RecycleBinClient extends DeclaredClient {
  constructor(config: DSQLClientConfig) {
    super(
      {
        serviceId: 'rbin',
        endpointPrefix: 'rbin',
        version: '2021-06-15',
        namespace: NAMESPACE,
        target: 'AmazonRecycleBin',
        protocol: AwsRestJsonProtocol,
      },
      config,
    );
  }
}

/** @source API (Recycle Bin) RetentionPeriod */
interface RetentionPeriod {
  RetentionPeriodValue: number | undefined;
  RetentionPeriodUnit: string | undefined;
}

/** A retention rule. @source API (Recycle Bin) RuleSummary: nothing is required */
export interface RuleSummary {
  Identifier?: string | undefined;
  Description?: string | undefined;
  RetentionPeriod?: RetentionPeriod | undefined;
  /** `locked`, `pending_unlock` or `unlocked`; absent for a rule that was never locked. */
  LockState?: string | undefined;
  RuleArn?: string | undefined;
}

export interface ListRulesInput {
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
  /** `EBS_SNAPSHOT` or `EC2_IMAGE`. */
  ResourceType: string | undefined;
  LockState?: string | undefined;
}

export interface ListRulesOutput {
  Rules?: RuleSummary[] | undefined;
  NextToken?: string | undefined;
}

// Shapes in the form of the SDK: 3 a structure, 1 a list, 9 an operation; members 0 a string, 1 a number.

const RetentionPeriod$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'RetentionPeriod',
  0,
  ['RetentionPeriodValue', 'RetentionPeriodUnit'],
  [1, 0],
  2,
];
const RuleSummary$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'RuleSummary',
  0,
  ['Identifier', 'Description', 'RetentionPeriod', 'LockState', 'RuleArn'],
  [0, 0, () => RetentionPeriod$, 0, 0],
];
const RuleSummaryList$: StaticListSchema = [1, NAMESPACE, 'RuleSummaryList', 0, () => RuleSummary$];
const ListRulesInput$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'ListRulesInput',
  0,
  ['ResourceType', 'MaxResults', 'NextToken', 'LockState'],
  [0, 1, 0, 0],
  1,
];
const ListRulesOutput$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'ListRulesOutput',
  0,
  ['Rules', 'NextToken'],
  [() => RuleSummaryList$, 0],
];
export const ListRules$: StaticOperationSchema = [
  9,
  NAMESPACE,
  'ListRules',
  { http: ['POST', '/list-rules', 200] },
  () => ListRulesInput$,
  () => ListRulesOutput$,
];

/** Lists the retention rules of an account in a Region that keep one type of resource. */
export class ListRulesCommand extends commandOf<ListRulesInput, ListRulesOutput>(ListRules$) {}
