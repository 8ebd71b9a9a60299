import { describeUnsupported, type UnsupportedReason } from './unsupported.js';

/** A place in a selection and what stands there: `ListOfTags[1]`, `backup=true`. */
export interface Clause {
  readonly path: string;
  readonly text: string;
}

const ASSUMPTIONS = {
  'absent-tag-passes-negated-condition': 'a resource without the tag passes StringNotEquals and StringNotLike',
  'wildcard-inside-arn': 'AWS Backup accepts a wildcard inside an ARN',
  'not-resources-beat-tags': 'NotResources excludes what ListOfTags selects, too',
  'organization-opt-in': "the organization's management account has opted in to this resource type",
  'openzfs-opt-in': 'the opt-in of FSx stands for FSx for OpenZFS, too',
} as const;

/** What AWS has not confirmed and an explanation rests on. */
export type SelectionAssumption = keyof typeof ASSUMPTIONS;

interface Grounds {
  /** Empty: the explanation rests on documented behaviour alone. */
  readonly assumptions: readonly SelectionAssumption[];
}

/** The resource is assigned to the selection's plan. `setting`: the opt-in that it took. */
export type Assigned = Grounds & { readonly assigned: 'yes' } & (
    | {
        readonly reason: 'resource-arn' | 'resource-pattern' | 'tag';
        readonly clause: Clause;
        readonly setting?: string;
      }
    | { readonly reason: 'everything'; readonly setting: string }
  );

/** The resource is not assigned by this selection. */
export type NotAssigned = Grounds & { readonly assigned: 'no' } & (
    | { readonly reason: 'excluded' | 'condition-failed'; readonly clause: Clause }
    | { readonly reason: 'opted-out'; readonly setting: string }
    | { readonly reason: 'unsupported'; readonly cause: UnsupportedReason }
    | { readonly reason: 'no-match' | 'other-scope' | 'plan-without-rules' | 'restore-test-resource' }
  );

/** What would decide could not be read. */
export type MaybeAssigned = Grounds & { readonly assigned: 'unknown' } & (
    | { readonly reason: 'opt-in-unknown'; readonly setting: string }
    | { readonly reason: 'tags-unknown'; readonly clause: Clause }
  );

/** Whether a selection assigns a resource to its plan, and why. Plain data: it can be saved as JSON. */
export type SelectionExplanation = Assigned | NotAssigned | MaybeAssigned;

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
      return `It does not meet ${quote(explanation.clause)}`;
    case 'opted-out':
      return `The selection reaches it, but ${explanation.setting} is not opted in to AWS Backup in its account and Region`;
    case 'opt-in-unknown':
      return `The selection reaches it, but whether ${explanation.setting} is opted in to AWS Backup is not known`;
    case 'tags-unknown':
      return `Its tags could not be read, and ${quote(explanation.clause)} asks for one`;
    case 'unsupported':
      return describeUnsupported(explanation.cause);
    case 'no-match':
      return 'No ARN, pattern or tag of the selection matches it';
    case 'other-scope':
      return 'The plan works in another account or Region';
    case 'plan-without-rules':
      return 'The plan has no rules, so it backs up nothing';
    case 'restore-test-resource':
      return 'A restore test made it, and AWS Backup plans pass over such resources';
  }
}

function quote(clause: Clause): string {
  return `${clause.path} (${clause.text})`;
}
