import type { Resource } from '../model/resource.js';
import type { Scope } from '../model/scope.js';

/** The parts of an Amazon Resource Name. @source AWS General Reference, reference-arns */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty where the service leaves it out, as for an S3 bucket. */
  readonly region: string;
  /** Empty where the service leaves it out, as for an EBS snapshot. */
  readonly accountId: string;
  /** The rest, with all its colons and slashes: `cluster:orders`, `gateway/sgw-1/volume/vol-1`. */
  readonly resource: string;
}

/** The parts of an ARN; undefined if the text is none. Never throws. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const atService = text.indexOf(':', 4) + 1;
  const atRegion = text.indexOf(':', atService) + 1;
  const atAccount = text.indexOf(':', atRegion) + 1;
  const atResource = text.indexOf(':', atAccount) + 1;
  if (atService === 0 || atRegion === 0 || atAccount === 0 || atResource === 0) return undefined;
  const [partition, service] = [text.slice(4, atService - 1), text.slice(atService, atRegion - 1)];
  const resource = text.slice(atResource);
  if (partition === '' || service === '' || resource === '') return undefined;
  const [region, accountId] = [text.slice(atRegion, atAccount - 1), text.slice(atAccount, atResource - 1)];
  return { partition, service, region, accountId, resource };
}

/** The ARN of these parts. `{ ...scope, service, resource }` names a thing in a scope. */
export function buildArn(parts: Arn): string {
  return `arn:${parts.partition}:${parts.service}:${parts.region}:${parts.accountId}:${parts.resource}`;
}

/** The account that an ARN names; undefined if it names none. */
export function accountOf(arn: string): string | undefined {
  return named(parseArn(arn)?.accountId);
}

/** The Region that an ARN names; undefined if it names none. */
export function regionOf(arn: string): string | undefined {
  return named(parseArn(arn)?.region);
}

function named(part: string | undefined): string | undefined {
  return part === '' ? undefined : part;
}

/** The scope that an ARN names; undefined if it leaves out the account or the Region. */
export function scopeOf(arn: string): Scope | undefined {
  const parts = parseArn(arn);
  if (!parts?.accountId || !parts.region) return undefined;
  return { partition: parts.partition, accountId: parts.accountId, region: parts.region };
}

/** The scope that a resource belongs to. Its ARN may not name it: that of a bucket names neither account nor Region. */
export function scopeOfResource({ arn, accountId, region }: Pick<Resource, 'arn' | 'accountId' | 'region'>): Scope {
  return { partition: parseArn(arn)?.partition ?? 'aws', accountId, region };
}

const VAULT_PREFIX = 'backup-vault:';

/** The ARN of the backup vault of this name. @source API BackupVaultListMember */
export function buildVaultArn(scope: Scope, name: string): string {
  return buildArn({ ...scope, service: 'backup', resource: VAULT_PREFIX + name });
}

/**
 * The name in a backup vault's ARN, of any vault type; undefined if the ARN is not a vault's.
 * Names may contain `/`: `aws/efs/automatic-backup-vault`.
 * @source API BackupVaultListMember; Amazon EFS User Guide, automatic-backups
 */
export function vaultNameOf(vaultArn: string): string | undefined {
  const parts = parseArn(vaultArn);
  if (parts?.service !== 'backup' || !parts.resource.startsWith(VAULT_PREFIX)) return undefined;
  return named(parts.resource.slice(VAULT_PREFIX.length));
}
