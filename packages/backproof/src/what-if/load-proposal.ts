import type { Inventory, ProposedPlans, Scope } from '@backproof/core';
import { UsageError } from '../cli/usage-error.js';
import { ConfigError } from '../config/config-error.js';
import { parseYaml } from '../config/yaml-source.js';
import { messageOf } from '../message-of.js';
import { MOST_BYTES, readText } from '../read-file.js';
import { awsProposal, isAwsJson } from './aws-json.js';
import { isTemplate, templateProposal } from './cloudformation.js';
import type { RawProposal } from './raw-proposal.js';
import { isTerraformJson, terraformProposal } from './terraform.js';
import { translated } from './translate.js';

/**
 * Reads backup plans and selections that are not applied yet: what the AWS CLI prints, a Terraform plan or state as JSON, or
 * a CloudFormation template.
 *
 * @param place - `ACCOUNT/REGION` of what names none; absent: that of the inventory, if it has one only
 * @throws UsageError if a file cannot be read, is none of these or has faults; it has the file and the place
 */
export async function loadProposal(path: string, { scopes }: Inventory, place?: string): Promise<ProposedPlans> {
  const scope = scopeAt(place, scopes);
  const inRegion = (region: string): Scope => ({ ...scope, region });
  try {
    return translated(rawProposal(path, valueIn(path, await readText(path, MOST_BYTES.document)), scope), {
      path,
      scope,
      inRegion,
    });
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigError) throw error;
    const isTooDeep = messageOf(error).startsWith('Maximum call stack');
    throw new UsageError(
      `cannot read ${path}: ${isTooDeep ? 'it is nested too deeply' : messageOf(error)}. Check --with.`,
      {
        cause: error,
      },
    );
  }
}

function valueIn(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseYaml(path, text, 'functions').value;
  }
}

function rawProposal(path: string, value: unknown, scope: Scope): RawProposal {
  const raw = isTerraformJson(value)
    ? terraformProposal(value)
    : isTemplate(value)
      ? templateProposal(value, scope)
      : isAwsJson(value)
        ? awsProposal(value)
        : undefined;
  if (raw === undefined) {
    throw new UsageError(
      `${path} has no backup plans. Give what aws backup get-backup-plan or get-backup-selection prints, what terraform show -json prints, or a CloudFormation template.`,
    );
  }
  if (raw.plans.length + raw.selections.length + raw.vaults.length + raw.deleted.length > 0) return raw;
  throw new UsageError(`${path} has no backup plan, selection or vault. Leave it out.`);
}

/** The scope of plans that name none. @throws UsageError if there are several, or none of that name */
function scopeAt(place: string | undefined, scopes: readonly Scope[]): Scope {
  const names = scopes.map(({ accountId, region }) => `${accountId}/${region}`);
  const index = place === undefined && scopes.length === 1 ? 0 : names.indexOf(place ?? '');
  const scope = scopes[index];
  if (scope !== undefined) return { partition: scope.partition, accountId: scope.accountId, region: scope.region };
  const fault =
    place === undefined ? 'the inventory has several accounts or Regions' : `${place} is not in the inventory`;
  throw new UsageError(`${fault}. Say where the plans would be applied: --with-scope ${names.join(' or ')}.`);
}
