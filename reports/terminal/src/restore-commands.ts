import { accountOf, printable, regionOf, shellWord, vaultNameOf } from '@backproof/core';
import type { ResourceStory } from '@backproof/core';

type Restorable = Pick<ResourceStory, 'resource' | 'points' | 'selections'>;

/** Stands for what only the reader knows. */
const ROLE = 'ROLE_ARN';

/**
 * The commands of the AWS CLI that start a restore of the newest usable recovery point of a resource, to be copied: they are
 * printed and never run. Nothing without such a point.
 *
 * @source AWS CLI Command Reference, backup get-recovery-point-restore-metadata and start-restore-job
 */
export function* restoreCommands({ resource, points, selections }: Restorable): Generator<string> {
  const { restorable } = points;
  if (restorable === undefined) return;
  const { arn, vaultArn, continuous } = restorable;
  const [accountId = resource.accountId, region = resource.region] = [accountOf(vaultArn), regionOf(vaultArn)];
  const assigned = selections.find(({ explanation }) => explanation.assigned === 'yes');
  const role = accountId === resource.accountId ? assigned?.selection.iamRoleArn : undefined;
  // The ARNs are words of their own: a terminal that is too narrow for a line would break the command.
  yield `Backproof starts nothing. In account ${printable(accountId)}:`;
  yield `  point=${shellWord(arn)}`;
  yield `  role=${role === undefined ? ROLE : shellWord(role)}`;
  yield `  aws backup get-recovery-point-restore-metadata --region ${shellWord(region)} \\`;
  yield `    --backup-vault-name ${shellWord(vaultNameOf(vaultArn) ?? vaultArn)} \\`;
  yield '    --recovery-point-arn "$point" --query RestoreMetadata \\';
  yield '    --output json > metadata.json';
  const moment = continuous ? ', and name the moment to restore' : '';
  yield `Change in metadata.json what must differ, such as a name that is taken${moment}. Then:`;
  yield `  aws backup start-restore-job --region ${shellWord(region)} --iam-role-arn "$role" \\`;
  yield '    --recovery-point-arn "$point" --metadata file://metadata.json';
}
