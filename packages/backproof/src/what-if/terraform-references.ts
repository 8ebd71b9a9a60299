import { isRecord } from '../is-record.js';
import type { TerraformResource } from './terraform-resource.js';
import { block } from './unresolved.js';

/**
 * Finds the plan that a selection refers to by its configuration, where the plan has no id yet: one in the same module, and
 * of several instances that of the same key. Undefined: it refers to none, or it is not clear to which.
 *
 * @source Terraform, JSON Output Format: configuration representation
 */
export function planReferred(
  configuration: unknown,
  selection: TerraformResource,
  plans: readonly TerraformResource[],
): TerraformResource | undefined {
  const prefix = modulePrefix(selection);
  const { resources } = moduleAt(block(configuration).root_module, prefix);
  const configured = Array.isArray(resources) ? resources.filter(isRecord) : [];
  const own = configured.find(({ type, name }) => type === selection.type && name === selection.name);
  const { references } = block(block(own?.expressions).plan_id);
  const names = Array.isArray(references) ? references.filter((each) => typeof each === 'string') : [];
  const referred = new Set(names.flatMap((each) => /^aws_backup_plan\.([\w-]+)/.exec(each)?.[1] ?? []));
  const [name] = referred;
  if (referred.size !== 1) return undefined;
  const instances = plans.filter((plan) => plan.name === name && modulePrefix(plan) === prefix);
  if (instances.length === 1) return instances[0];
  return instances.find(({ index }) => index !== undefined && index === selection.index);
}

/** The address of the module that a resource is in: `module.a["x"].`, or nothing for the root. */
function modulePrefix({ address, type, name }: TerraformResource): string {
  return address.slice(0, Math.max(0, address.lastIndexOf(`${type}.${name}`)));
}

/** The configuration of a module by its address; the instances of one share it. */
function moduleAt(root: unknown, prefix: string): Readonly<Record<string, unknown>> {
  const calls = [...prefix.matchAll(/module\.([\w-]+)(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\./g)].flatMap(
    ([, call]) => call ?? [],
  );
  return calls.reduce((module, call) => block(block(block(module.module_calls)[call]).module), block(root));
}
