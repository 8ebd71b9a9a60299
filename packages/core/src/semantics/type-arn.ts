import { groupBy } from '../model/group-by.js';
import { CONFIG_TYPES } from '../model/resource-count.js';
import { descriptorOf, RESOURCE_TYPES } from '../model/resource.js';
import type { ConfigType, ResourceType } from '../model/resource.js';
import type { Scope } from '../model/scope.js';
import type { ArnForm } from '../model/types/type-descriptor.js';
import { buildArn, parseArn } from './arn.js';

/** A form of ARN, and a type whose resources have it. */
interface FormOfType {
  readonly type: ResourceType;
  readonly form: ArnForm;
  /** Matches the last part of these ARNs. */
  readonly pattern: RegExp;
}

const FORMS = groupBy(RESOURCE_TYPES.flatMap(formsOfType), ({ form }) => form.service);

function formsOfType(type: ResourceType): readonly FormOfType[] {
  return descriptorOf({ type }).arns.map((form) => ({
    type,
    form,
    pattern: new RegExp(`^${form.resource.replace(/\{\w+\}/g, '[^/:]+')}$`),
  }));
}

function formsOf(arn: string): readonly FormOfType[] {
  const parts = parseArn(arn);
  if (parts === undefined) return [];
  return (FORMS.get(parts.service) ?? []).filter(({ pattern }) => pattern.test(parts.resource));
}

/** The types that the resource of an ARN may be of, as far as the ARN shows it. The databases of all engines look alike. */
export function typesOfArn(arn: string): readonly ResourceType[] {
  return formsOf(arn).map(({ type }) => type);
}

/**
 * Returns AWS Config's type of the resource of an ARN, members of database clusters included; undefined if it records
 * no such type.
 */
export function configTypeOf(arn: string): ConfigType | undefined {
  const configType = formsOf(arn)[0]?.form.configType;
  return CONFIG_TYPES.find((each) => each === configType);
}

/** The resource types that a type of AWS Config may be of. */
export function typesOfConfigType(configType: ConfigType): readonly ResourceType[] {
  return RESOURCE_TYPES.filter((type) => descriptorOf({ type }).arns.some((form) => form.configType === configType));
}

/**
 * The ARN of a resource of a type. `resource` is its last part: `cluster:orders`, or `uploads` for a bucket, whose ARN
 * names neither account nor Region.
 * @throws RangeError if resources of the type have no such ARN
 */
export function buildResourceArn(type: ResourceType, scope: Scope, resource: string): string {
  const found = formsOfType(type).find(({ pattern }) => pattern.test(resource));
  if (found === undefined) throw new RangeError(`no ARN of ${type} ends in ${resource}`);
  const { service, scopeless } = found.form;
  const place = scopeless === true ? { accountId: '', region: '' } : {};
  return buildArn({ ...scope, ...place, service, resource });
}
