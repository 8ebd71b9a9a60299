import {
  GetLifecyclePolicies$,
  GetLifecyclePolicy$,
  type GetLifecyclePoliciesRequest,
  type GetLifecyclePoliciesResponse,
  type GetLifecyclePolicyRequest,
  type GetLifecyclePolicyResponse,
  type LifecyclePolicy,
  type Tag,
} from '@aws-sdk/client-dlm';
import { restJson } from '../../wire/rest-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { found } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import type { DlmWorld } from './world.js';

/** Amazon Data Lifecycle Manager. */
export const service: Service<DlmWorld> = {
  protocol: restJson('Code'),
  operations: [
    { schema: GetLifecyclePolicies$, answer: getLifecyclePolicies },
    { schema: GetLifecyclePolicy$, answer: getLifecyclePolicy },
  ],
};

/** All at once: the service does not page. */
function getLifecyclePolicies(
  wanted: GetLifecyclePoliciesRequest,
  { scope }: Call<DlmWorld>,
): GetLifecyclePoliciesResponse {
  const { PolicyIds: ids = [], lifecyclePolicies = [] } = { ...wanted, ...scope };
  const unknown = ids.filter((id) => !lifecyclePolicies.some(({ PolicyId }) => PolicyId === id));
  if (unknown.length > 0) throw missing(unknown.join(', '));
  return { Policies: lifecyclePolicies.filter((policy) => isWanted(policy, wanted)).map(summaryOf) };
}

/** @source API Reference of Amazon DLM, GetLifecyclePolicies: tags are `key=value` */
function isWanted(
  { PolicyId = '', State, DefaultPolicy, PolicyDetails = {} }: LifecyclePolicy,
  wanted: GetLifecyclePoliciesRequest,
): boolean {
  const { ResourceType, ResourceTypes = [], TargetTags, Schedules = [] } = PolicyDetails;
  const types: readonly (string | undefined)[] = [...ResourceTypes, ResourceType];
  return (
    (wanted.PolicyIds?.includes(PolicyId) ?? true) &&
    (wanted.State ?? State) === State &&
    (wanted.ResourceTypes?.some((type) => types.includes(type)) ?? true) &&
    hasTags(TargetTags, wanted.TargetTags) &&
    hasTags(
      Schedules.flatMap(({ TagsToAdd = [] }) => TagsToAdd),
      wanted.TagsToAdd,
    ) &&
    (wanted.DefaultPolicyType === undefined ||
      (DefaultPolicy === true && ['ALL', ResourceType].includes(wanted.DefaultPolicyType)))
  );
}

function hasTags(tags: readonly Tag[] = [], wanted: readonly string[] = []): boolean {
  return wanted.every((text) => tags.some(({ Key = '', Value = '' }) => `${Key}=${Value}` === text));
}

function summaryOf({ PolicyId, Description, State, Tags, PolicyDetails, DefaultPolicy }: LifecyclePolicy) {
  return { PolicyId, Description, State, Tags, PolicyType: PolicyDetails?.PolicyType, DefaultPolicy };
}

function getLifecyclePolicy(
  { PolicyId }: GetLifecyclePolicyRequest,
  { scope }: Call<DlmWorld>,
): GetLifecyclePolicyResponse {
  const policy = scope.lifecyclePolicies?.find((each) => each.PolicyId === PolicyId);
  return { Policy: found(policy, () => missing(PolicyId)) };
}

function missing(id = ''): ServiceError {
  return new ServiceError('ResourceNotFoundException', `Policy ${id} was not found.`, 404);
}
