import { DEFAULT_ROLE_NAME, readOnlyPolicy, servicesWith } from '@backproof/aws';
import type { Command } from 'commander';
import { activeRules, ownershipTags } from '../config/settings.js';
import { neededFor } from '../needed.js';
import { EXIT } from './exit-code.js';
import type { JudgingFlags } from './program/flags.js';
import { cloudFormationTemplate, terraformModule } from './role-templates.js';
import { settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';

/** The forms in which the policy is printed. */
export type PolicyFormat = 'json' | 'cloudformation' | 'terraform';

/** The flags of `backproof iam-policy`. */
type PolicyFlags = Pick<JudgingFlags, 'config' | 'packs' | 'rule'> & {
  readonly org?: true;
  readonly roleName?: string;
  readonly format: PolicyFormat;
};

/** `backproof iam-policy`: prints what a scan by the active rules needs, alone or with the role that it is for. */
export async function iamPolicyCommand(command: Command): Promise<number> {
  const { org, roleName = DEFAULT_ROLE_NAME, format } = command.opts<PolicyFlags>();
  if (!/^[\w+=,.@-]{1,64}$/.test(roleName)) throw new UsageError(`"${roleName}" is not a valid name of a role.`);
  const settings = await settingsOf(command);
  const { populations } = neededFor(activeRules(settings), ownershipTags(settings));
  const organizationRoles = org === true ? `arn:*:iam::*:role/${roleName}` : undefined;
  const policy = readOnlyPolicy({
    populations,
    organizationRoles,
    services: servicesWith([...settings.services.values()]),
  });
  const text = {
    json: () => `${JSON.stringify(policy, null, 2)}\n`,
    cloudformation: () => cloudFormationTemplate(policy, roleName),
    terraform: () => terraformModule(policy, roleName),
  } satisfies Record<PolicyFormat, () => string>;
  process.stdout.write(text[format]());
  return EXIT.clean;
}
