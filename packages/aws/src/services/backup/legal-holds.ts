import {
  type BackupClient,
  type LegalHold as AwsLegalHold,
  paginateListLegalHolds,
  paginateListRecoveryPointsByLegalHold,
} from '@aws-sdk/client-backup';
import { compare, defined } from '@backproof/core';
import type { LegalHold, Scope } from '@backproof/core';
import { defineCollector } from '../../collector.js';
import type { Operation, Page, ReadingContext } from '../../collector.js';
import { required } from '../../required.js';
import type { Answer } from '../../required.js';
import { toInstant } from '../translate.js';

const operations = {
  ListLegalHolds: { iam: 'backup:ListLegalHolds', pageSize: 1000 },
  ListRecoveryPointsByLegalHold: { iam: 'backup:ListRecoveryPointsByLegalHold', pageSize: 1000, perItem: true },
} satisfies Record<string, Operation>;

/**
 * Legal holds that are active, with the recovery points that each keeps: the list does not contain those.
 *
 * @source API ListLegalHolds, ListRecoveryPointsByLegalHold
 */
export const legalHolds = defineCollector({
  service: 'backup',
  operations,
  readings: [{ yields: [{ kind: 'legalHolds' }], read: readLegalHolds }],
});

async function* readLegalHolds(context: ReadingContext<BackupClient>): AsyncIterable<Page> {
  const { client, scope, signal, forEachItem, translated } = context;
  const { pageSize } = operations.ListLegalHolds;
  for await (const page of paginateListLegalHolds({ client, pageSize }, {}, { abortSignal: signal })) {
    const listed = required(page.LegalHolds, 'ListLegalHolds: LegalHolds', page);
    const holds = translated(listed, 'ListLegalHolds: LegalHoldId', (hold) => toLegalHold(scope, hold, page)).flat();
    const answers = forEachItem(holds, ({ id }) => heldPoints(context, id));
    for await (const { item, answer } of answers) {
      yield { legalHolds: [{ ...item.hold, recoveryPointArns: answer }] };
    }
  }
}

/** A hold by the id that AWS wants to be asked with; none of one that keeps nothing yet, or nothing more. */
function toLegalHold(scope: Scope, hold: AwsLegalHold, page: Answer) {
  if (required(hold.Status, 'ListLegalHolds: Status', page) !== 'ACTIVE') return [];
  return [
    {
      id: required(hold.LegalHoldId, 'ListLegalHolds: LegalHoldId', page),
      hold: {
        scope,
        arn: required(hold.LegalHoldArn, 'ListLegalHolds: LegalHoldArn', page),
        title: required(hold.Title, 'ListLegalHolds: Title', page),
        ...defined({ createdAt: toInstant(hold.CreationDate) }),
      } satisfies Omit<LegalHold, 'recoveryPointArns'>,
    },
  ];
}

/** Sorted, through all pages. */
async function heldPoints(
  { client, signal, translated }: ReadingContext<BackupClient>,
  LegalHoldId: string,
): Promise<readonly string[]> {
  const { pageSize } = operations.ListRecoveryPointsByLegalHold;
  const pages = paginateListRecoveryPointsByLegalHold({ client, pageSize }, { LegalHoldId }, { abortSignal: signal });
  const arns: string[] = [];
  for await (const page of pages) {
    const points = required(page.RecoveryPoints, 'ListRecoveryPointsByLegalHold: RecoveryPoints', page);
    const told = translated(points, 'ListRecoveryPointsByLegalHold: ResourceArn', ({ RecoveryPointArn }) =>
      required(RecoveryPointArn, 'ListRecoveryPointsByLegalHold: RecoveryPointArn', page),
    );
    for (const arn of told) arns.push(arn);
  }
  return arns.sort(compare);
}
