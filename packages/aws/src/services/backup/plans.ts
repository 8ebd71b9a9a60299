import {
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  ListBackupPlansCommand,
  ListBackupSelectionsCommand,
} from '@aws-sdk/client-backup';
import { buildArn, defined } from '@backproof/core';
import type { BackupPlan } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { toPlan, toSelection } from './plan-forms.js';
import { toInstant } from '../translate.js';

/** A plan that was listed and whose rules cannot be read is unread: it is a gap of what its selections may assign. */
export async function* readPlans({
  pages,
  call,
  scope,

  forEachItem,
  translated,
}: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListBackupPlansCommand, {})) {
    const listed = required(page.BackupPlansList, 'ListBackupPlans: BackupPlansList', page);
    const plans = translated(listed, 'ListBackupPlans: BackupPlanName', ({ BackupPlanId, CreationDate }) => ({
      id: required(BackupPlanId, 'ListBackupPlans: BackupPlanId', page),
      createdAt: toInstant(CreationDate),
    }));
    const answers = forEachItem(plans, ({ id: BackupPlanId }) => call(new GetBackupPlanCommand({ BackupPlanId })));
    for await (const { item, answer } of answers) {
      const asked = [{ BackupPlanId: item.id }];
      const arn = buildArn({ ...scope, service: 'backup', resource: `backup-plan:${item.id}` });
      const [plan = { scope, ...defined(item), arn, name: item.id, rules: [], unread: true as const }] = translated(
        asked,
        'GetBackupPlan: BackupPlanId',
        () => toPlan(scope, answer, item.createdAt),
        () => arn,
      );
      yield { backupPlans: [plan] };
    }
  }
}

export async function* readSelections(
  { pages, call, scope, forEachItem, translated }: ReadingContext,
  { id: BackupPlanId }: BackupPlan,
): AsyncIterable<Page> {
  for await (const page of pages(ListBackupSelectionsCommand, { BackupPlanId })) {
    const listed = required(page.BackupSelectionsList, 'ListBackupSelections: BackupSelectionsList', page);
    const ids = translated(listed, 'ListBackupSelections: SelectionName', ({ SelectionId }) =>
      required(SelectionId, 'ListBackupSelections: SelectionId', page),
    );
    const answers = forEachItem(ids, (SelectionId) =>
      call(new GetBackupSelectionCommand({ BackupPlanId, SelectionId })),
    );
    for await (const { item: SelectionId, answer } of answers) {
      const told = [{ SelectionId }];
      const selections = translated(told, 'GetBackupSelection: SelectionId', () => toSelection(scope, answer));
      yield { backupSelections: selections };
    }
  }
}
