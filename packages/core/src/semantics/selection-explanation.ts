import type { UnsupportedReason } from '../model/resource.js';
import { describeUnsupported } from './unsupported.js';

/** A place in a selection and its text: `ListOfTags[1]`, `backup=true`. */
export interface Clause {
  readonly path: string;
  readonly text: string;
}

const ASSUMPTIONS = {
  'absent-tag-passes-negated-condition': 'a resource without the tag meets StringNotEquals and StringNotLike',
  'wildcard-inside-arn': 'AWS Backup accepts a wildcard inside an ARN',
  'not-resources-beat-tags': 'NotResources also excludes what ListOfTags selects',
  'organization-opt-in': "the organization's management account has opted in to this resource type",
  'bucket-pattern': 'a pattern of bucket ARNs names the type S3, so that its opt-in does not apply',
  'openzfs-opt-in': 'the opt-in of FSx also applies to FSx for OpenZFS',
} as const;

/** An assumption that an explanation rests on and AWS has not confirmed. */
export type SelectionAssumption = keyof typeof ASSUMPTIONS;

interface Grounds {
  /** Empty: the explanation rests on documented behaviour alone. */
  readonly assumptions: readonly SelectionAssumption[];
}

/** Whose opt-in decided. Absent: that of the account and Region of the plan. */
interface OptInOwner {
  readonly by?: 'management-account';
}

/** The resource is assigned to the selection's plan. `setting`: the opt-in that it took. */
export type Assigned = Grounds & { readonly assigned: 'yes' } & (
    | (OptInOwner & {
        readonly reason: 'resource-arn' | 'resource-pattern' | 'tag';
        readonly clause: Clause;
        readonly setting?: string;
      })
    | (OptInOwner & { readonly reason: 'everything'; readonly setting: string })
  );

/**
 * A clause that would have matched but for one detail: the case of a tag's key or value, or the Region, account or
 * partition that an ARN names.
 */
export interface NearMiss {
  readonly differs: 'key-case' | 'value-case' | 'region' | 'account' | 'partition';
  readonly clause: Clause;
}

/** The resource is not assigned by this selection. */
export type NotAssigned = Grounds & { readonly assigned: 'no' } & (
    | { readonly reason: 'excluded'; readonly clause: Clause }
    | {
        readonly reason: 'condition-failed';
        /** The first condition that the resource does not meet. */
        readonly clause: Clause;
        /** The number of conditions that it does not meet, of all `conditions`. */
        readonly missed: number;
        readonly conditions: number;
        readonly near?: NearMiss;
      }
    | { readonly reason: 'no-match'; readonly near?: NearMiss }
    | (OptInOwner & { readonly reason: 'opted-out'; readonly setting: string })
    | { readonly reason: 'unsupported'; readonly cause: UnsupportedReason }
    | { readonly reason: 'other-scope' | 'plan-without-rules' | 'restore-test-resource' }
  );

/** The deciding fact could not be read. */
export type MaybeAssigned = Grounds & { readonly assigned: 'unknown' } & (
    | { readonly reason: 'opt-in-unknown'; readonly setting: string }
    | { readonly reason: 'tags-unknown'; readonly clause: Clause }
  );

/** The answer whether a selection assigns a resource to its plan, and why. Plain data: it can be saved as JSON. */
export type SelectionExplanation = Assigned | NotAssigned | MaybeAssigned;

/** The place whose opt-in decides: `its account and Region`. */
export function optInPlace(explanation: SelectionExplanation): string {
  const by = 'by' in explanation ? explanation.by : undefined;
  return by === undefined ? 'its account and Region' : "the organization's management account, in its Region";
}

/** The explanation as one sentence. It holds text of the selection as it is: escape it for where it goes. */
export function describeExplanation(explanation: SelectionExplanation): string {
  const assumed = explanation.assumptions.map((assumption) => ASSUMPTIONS[assumption]);
  const condition = assumed.length > 0 ? `, assuming that ${assumed.join(' and that ')}` : '';
  return `${describeReason(explanation)}${condition}.`;
}

function describeReason(explanation: SelectionExplanation): string {
  switch (explanation.reason) {
    case 'resource-arn':
      return `${explanation.clause.path} names it`;
    case 'resource-pattern':
    case 'tag':
      return `${quote(explanation.clause)} matches it`;
    case 'everything':
      return 'The selection names neither resources nor tags, which selects every type that is opted in';
    case 'excluded':
      return `${quote(explanation.clause)} excludes it`;
    case 'condition-failed':
      return `${missedText(explanation)}${nearText(explanation.near)}`;
    case 'opted-out':
      return `The selection matches it, but ${explanation.setting} is not opted in to AWS Backup in ${optInPlace(explanation)}`;
    case 'opt-in-unknown':
      return `The selection matches it, but AWS did not report whether ${explanation.setting} is opted in to AWS Backup`;
    case 'tags-unknown':
      return `Its tags could not be read, and ${quote(explanation.clause)} requires one`;
    case 'unsupported':
      return describeUnsupported(explanation.cause);
    case 'no-match':
      return explanation.near === undefined
        ? 'No ARN, pattern or tag of the selection matches it'
        : `${quote(explanation.near.clause)} does not match it${nearText(explanation.near)}`;
    case 'other-scope':
      return 'The plan belongs to another account or Region';
    case 'plan-without-rules':
      return 'The plan has no rules, so it backs up nothing';
    case 'restore-test-resource':
      return 'A restore test created it, and AWS Backup plans ignore such resources';
  }
}

function missedText({ clause, missed }: { readonly clause: Clause; readonly missed: number }): string {
  const others = missed > 1 ? ` and ${missed - 1} more` : '';
  return `It does not meet ${quote(clause)}${others}`;
}

const DIFFERENCES: Readonly<Record<NearMiss['differs'], string>> = {
  'key-case': 'the key of its tag differs in case',
  'value-case': 'the value of its tag differs in case',
  region: 'it names another Region',
  account: 'it names another account',
  partition: 'it names another partition',
};

function nearText(near: NearMiss | undefined): string {
  return near === undefined ? '' : `: ${DIFFERENCES[near.differs]}`;
}

function quote(clause: Clause): string {
  return `${clause.path} (${clause.text})`;
}
