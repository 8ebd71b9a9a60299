import { explainAssignments } from '@backproof/core';
import type { ExplainedSelection, RecoveryPoint } from '@backproof/core';
import {
  backupPlan,
  backupSelection,
  bunkerVaultArn,
  continuousPoint,
  inPlan,
  rdsInstance,
  recoveryPoint,
} from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { restoreCommands } from './restore-commands.js';

const db = rdsInstance();
const { plans, selections } = inPlan(db, backupPlan());
const explained = explainAssignments(db, plans, selections, {});

function commandsFor(restorable?: RecoveryPoint, of: readonly ExplainedSelection[] = []): readonly string[] {
  const points = { count: 1, unusable: new Map(), ...(restorable && { restorable }) };
  return [...restoreCommands({ resource: db, selections: of, points })];
}

describe('the commands that start a restore', () => {
  it('are those of the newest usable recovery point, with the role of its selection', () => {
    const point = recoveryPoint(db);
    expect(commandsFor(point, explained)).toEqual([
      'Backproof starts nothing. In account 111111111111:',
      `  point=${point.arn}`,
      `  role=${backupSelection().iamRoleArn}`,
      '  aws backup get-recovery-point-restore-metadata --region eu-west-1 \\',
      '    --backup-vault-name main \\',
      '    --recovery-point-arn "$point" --query RestoreMetadata \\',
      '    --output json > metadata.json',
      'Change in metadata.json what must differ, such as a name that is taken. Then:',
      '  aws backup start-restore-job --region eu-west-1 --iam-role-arn "$role" \\',
      '    --recovery-point-arn "$point" --metadata file://metadata.json',
    ]);
  });

  it('leave the role open in the account of a copy, and where no plan assigns the resource', () => {
    const copy = recoveryPoint(db, { vaultArn: bunkerVaultArn });
    const lines = commandsFor(copy, explained).join('\n');
    expect(lines).toContain('In account 222222222222');
    expect(lines).toContain('role=ROLE_ARN\n  aws backup get-recovery-point-restore-metadata --region eu-central-1');
    expect(commandsFor(recoveryPoint(db)).join('\n')).toContain('role=ROLE_ARN');
  });

  it('ask for the moment of a continuous recovery point', () => {
    expect(commandsFor(continuousPoint(db)).join('\n')).toContain('and name the moment to restore');
  });

  it('quote what a shell would take for something else', () => {
    const arn = `arn:aws:rds:eu-west-1:111111111111:snapshot:x'; rm -rf ~ #`;
    expect(commandsFor(recoveryPoint(db, { arn }))).toContain(
      `  point='arn:aws:rds:eu-west-1:111111111111:snapshot:x'\\''; rm -rf ~ #'`,
    );
  });

  it('are none without a usable recovery point', () => {
    expect(commandsFor()).toEqual([]);
  });
});
