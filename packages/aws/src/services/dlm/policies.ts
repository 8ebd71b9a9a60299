import { GetLifecyclePoliciesCommand, GetLifecyclePolicyCommand } from '@aws-sdk/client-dlm';
import type { GetLifecyclePolicyCommandOutput, PolicyDetails, Schedule } from '@aws-sdk/client-dlm';
import { buildArn, defined } from '@backproof/core';
import type { LifecyclePolicy, LifecycleSchedule, Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { listOf, meant } from '../../left-out.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';

/**
 * Amazon Data Lifecycle Manager: its policies that make snapshots of volumes or images of instances. The list does not
 * contain the targets of a policy, so each policy is read; an account may have 100 in a Region.
 *
 * @source API GetLifecyclePolicies, GetLifecyclePolicy
 */
export async function* readPolicies({ call, scope, forEachItem, translated }: ReadingContext): AsyncIterable<Page> {
  const list = await call(new GetLifecyclePoliciesCommand({}));
  const ids = translated(
    required(list.Policies, 'GetLifecyclePolicies: Policies', list),
    'GetLifecyclePolicies: Description',
    ({ PolicyId }) => required(PolicyId, 'GetLifecyclePolicies: PolicyId', list),
  );
  const answers = forEachItem(ids, (PolicyId) => call(new GetLifecyclePolicyCommand({ PolicyId })));
  for await (const { item: PolicyId, answer } of answers) {
    const told = [{ PolicyId }];
    const policies = translated(told, 'GetLifecyclePolicy: PolicyId', () => policiesOf(scope, PolicyId, answer));
    yield { lifecyclePolicies: policies.flat() };
  }
}

/** A policy that does not name its type is one of snapshots. @source API (Amazon DLM) PolicyTypeValues, PolicyDetails.PolicyType */
const MAKES_BACKUPS: Words = {
  yes: ['EBS_SNAPSHOT_MANAGEMENT', 'IMAGE_MANAGEMENT'],
  no: ['EVENT_BASED_POLICY'],
};

/** None of an event-based policy: it copies snapshots that other accounts share, and targets nothing. */
function policiesOf(scope: Scope, id: string, answer: GetLifecyclePolicyCommandOutput): readonly LifecyclePolicy[] {
  const { Policy: policy } = answer;
  const details = required(policy?.PolicyDetails, 'GetLifecyclePolicy: PolicyDetails', answer);
  if (!says('GetLifecyclePolicy: PolicyType', meant('PolicyDetails.PolicyType', details.PolicyType), MAKES_BACKUPS))
    return [];
  return [
    {
      scope,
      arn: policy?.PolicyArn ?? buildArn({ ...scope, service: 'dlm', resource: `policy/${id}` }),
      id,
      state: required(policy?.State, 'GetLifecyclePolicy: State', answer),
      makes: details.PolicyType === 'IMAGE_MANAGEMENT' ? 'images' : 'snapshots',
      targets: targetsOf(details),
      excludesSome: excludesSome(details),
      ...defined({
        description: policy?.Description,
        // Of a policy that runs it says that, as its state does.
        statusMessage: policy?.State === 'ENABLED' ? undefined : policy?.StatusMessage,
        targetTags: policy?.DefaultPolicy === true ? undefined : targetTags(details),
        schedules: schedulesOf(details),
      }),
    },
  ];
}

/** @source API (Amazon DLM) ResourceTypeValues */
const INSTANCES: Words = { yes: ['INSTANCE'], no: ['VOLUME'] };

/** Custom policies list one type, and those of images may leave it out; default policies name it. */
function targetsOf({ PolicyType, ResourceTypes, ResourceType }: PolicyDetails): LifecyclePolicy['targets'] {
  const [type = ResourceType ?? 'VOLUME'] = ResourceTypes ?? [];
  const instances = says('GetLifecyclePolicy: ResourceType', type, INSTANCES);
  return PolicyType === 'IMAGE_MANAGEMENT' || instances ? 'INSTANCE' : 'VOLUME';
}

/** @source API (Amazon DLM) PolicyDetails.TargetTags: required of custom policies */
function targetTags({ TargetTags }: PolicyDetails): LifecyclePolicy['targetTags'] {
  return required(TargetTags, 'GetLifecyclePolicy: TargetTags').map(({ Key, Value = '' }) => ({
    key: required(Key, 'GetLifecyclePolicy: TargetTags.Key'),
    value: Value,
  }));
}

/** Custom policies have schedules; default ones have intervals in days. None where AWS reports neither. */
function schedulesOf(details: PolicyDetails): LifecyclePolicy['schedules'] {
  const { CreateInterval, RetainInterval, CrossRegionCopyTargets } = details;
  const schedules = listOf('PolicyDetails.Schedules', details.Schedules);
  if (schedules.length > 0) return schedules.map(toSchedule);
  if (CreateInterval === undefined && RetainInterval === undefined) return undefined;
  const days = (count: number | undefined) => (count === undefined ? undefined : `${count} DAYS`);
  const targets = listOf('PolicyDetails.CrossRegionCopyTargets', CrossRegionCopyTargets);
  const copiesTo = targets.flatMap(({ TargetRegion }) => TargetRegion ?? []);
  return [{ copiesTo, ...defined({ every: days(CreateInterval), keeps: days(RetainInterval) }) }];
}

/** A copy goes to a Region, or to a Region or an Outpost by its ARN. @source API CrossRegionCopyRule */
function toSchedule({ CreateRule, RetainRule, CrossRegionCopyRules }: Schedule): LifecycleSchedule {
  const interval = ({
    Interval,
    IntervalUnit,
  }: {
    Interval?: number | undefined;
    IntervalUnit?: string | undefined;
  }) => (Interval === undefined ? undefined : `${Interval} ${String(IntervalUnit)}`);
  const kept = RetainRule?.Count === undefined ? interval(RetainRule ?? {}) : `the newest ${RetainRule.Count}`;
  return {
    copiesTo: listOf('Schedule.CrossRegionCopyRules', CrossRegionCopyRules).flatMap(
      ({ Target, TargetRegion }) => Target ?? TargetRegion ?? [],
    ),
    ...defined({ every: CreateRule?.CronExpression ?? interval(CreateRule ?? {}), keeps: kept }),
  };
}

function excludesSome({ Exclusions }: PolicyDetails): boolean {
  const { ExcludeBootVolumes, ExcludeTags, ExcludeVolumeTypes } = Exclusions ?? {};
  return (
    ExcludeBootVolumes === true ||
    listOf('Exclusions.ExcludeTags', ExcludeTags).length > 0 ||
    listOf('Exclusions.ExcludeVolumeTypes', ExcludeVolumeTypes).length > 0
  );
}
