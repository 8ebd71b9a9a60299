import {
  GetLifecyclePolicies$,
  GetLifecyclePolicy$,
  type GetLifecyclePoliciesRequest,
  type GetLifecyclePoliciesResponse,
  type GetLifecyclePolicyRequest,
  type GetLifecyclePolicyResponse,
  type LifecyclePolicy,
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

/** All at once: the service does not page. Of what may be selected by, the ids, the state and the default policies are. */
function getLifecyclePolicies(
  { PolicyIds, State, DefaultPolicyType }: GetLifecyclePoliciesRequest,
  { scope }: Call<DlmWorld>,
): GetLifecyclePoliciesResponse {
  const wanted = (scope.lifecyclePolicies ?? []).filter(
    ({ PolicyId = '', State: state, DefaultPolicy, PolicyDetails }) =>
      (PolicyIds?.includes(PolicyId) ?? true) &&
      (State === undefined || state === State) &&
      (DefaultPolicyType === undefined ||
        (DefaultPolicy === true && ['ALL', PolicyDetails?.ResourceType].includes(DefaultPolicyType))),
  );
  return { Policies: wanted.map(summaryOf) };
}

function summaryOf({ PolicyId, Description, State, Tags, PolicyDetails, DefaultPolicy }: LifecyclePolicy) {
  return { PolicyId, Description, State, Tags, PolicyType: PolicyDetails?.PolicyType, DefaultPolicy };
}

function getLifecyclePolicy(
  { PolicyId }: GetLifecyclePolicyRequest,
  { scope }: Call<DlmWorld>,
): GetLifecyclePolicyResponse {
  const policy = scope.lifecyclePolicies?.find((each) => each.PolicyId === PolicyId);
  const missing = () => new ServiceError('ResourceNotFoundException', `Policy ${String(PolicyId)} was not found.`, 404);
  return { Policy: found(policy, missing) };
}
