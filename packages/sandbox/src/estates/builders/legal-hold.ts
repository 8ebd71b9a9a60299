import type { LegalHoldStatus } from '@aws-sdk/client-backup';
import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { pointArnOf } from './backup.js';
import { backupsOf, type History } from './history.js';
import { uuid } from './ids.js';
import { arnIn, inScope, LONG_AGO, type EstateResource } from './resource.js';

interface HoldOptions {
  readonly title: string;
  /** `ACTIVE`, unless said otherwise. */
  readonly status?: LegalHoldStatus;
  /** Long ago, unless said otherwise. */
  readonly createdAt?: Date;
  /** The points of which histories it keeps: those of the days that the history says are held. */
  readonly of: readonly { readonly resource: EstateResource; readonly history: History }[];
}

/** A legal hold, with the recovery points that it keeps. That they are kept, their history says. */
export function legalHold(
  scope: Scope,
  { title, status = 'ACTIVE', createdAt = LONG_AGO, of }: HoldOptions,
): WorldScope {
  const id = uuid('legal hold', scope.accountId, scope.region, title);
  const backups = of.flatMap(({ resource, history }) =>
    backupsOf(resource, history).filter(({ run }) => history.held?.includes(run.day)),
  );
  const hold = {
    Title: title,
    Status: status,
    Description: `for ${title}`,
    LegalHoldId: id,
    LegalHoldArn: arnIn(scope, 'backup', `legal-hold:${id}`),
    CreationDate: createdAt,
  };
  const points = backups.map((backup) => ({
    RecoveryPointArn: pointArnOf(backup),
    ResourceArn: backup.resource.arn,
    ResourceType: backup.resource.type,
    BackupVaultName: backup.run.rule.vault.name,
  }));
  return inScope(scope, { legalHolds: [{ hold, points }] });
}
