import {
  type LegalHold as AwsLegalHold,
  ListLegalHoldsCommand,
  ListRecoveryPointsByLegalHoldCommand,
} from '@aws-sdk/client-backup';
import { compare, defined } from '@backproof/core';
import type { LegalHold, Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Answer, Words } from '../../required.js';
import { toInstant } from '../translate.js';

/**
 * Legal holds that are active, with the recovery points that each keeps: the list does not contain those.
 *
 * @source API ListLegalHolds, ListRecoveryPointsByLegalHold
 */
export async function* readLegalHolds(context: ReadingContext): AsyncIterable<Page> {
  const { pages, scope, forEachItem, translated } = context;
  for await (const page of pages(ListLegalHoldsCommand, {})) {
    const listed = required(page.LegalHolds, 'ListLegalHolds: LegalHolds', page);
    const holds = translated(listed, 'ListLegalHolds: LegalHoldId', (hold) => toLegalHold(scope, hold, page)).flat();
    const answers = forEachItem(holds, ({ id }) => heldPoints(context, id));
    for await (const { item, answer } of answers) {
      yield { legalHolds: [{ ...item.hold, recoveryPointArns: answer }] };
    }
  }
}

/** @source API LegalHoldStatus */
const HOLDS: Words = { yes: ['ACTIVE'], no: ['CREATING', 'CANCELING', 'CANCELED'] };

/** A hold by the id that AWS wants to be asked with; none of one that keeps nothing yet, or nothing more. */
function toLegalHold(scope: Scope, hold: AwsLegalHold, page: Answer) {
  if (!says('ListLegalHolds: Status', hold.Status, HOLDS)) return [];
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
async function heldPoints({ pages, translated }: ReadingContext, LegalHoldId: string): Promise<readonly string[]> {
  const arns: string[] = [];
  for await (const page of pages(ListRecoveryPointsByLegalHoldCommand, { LegalHoldId })) {
    const points = required(page.RecoveryPoints, 'ListRecoveryPointsByLegalHold: RecoveryPoints', page);
    const told = translated(points, 'ListRecoveryPointsByLegalHold: ResourceArn', ({ RecoveryPointArn }) =>
      required(RecoveryPointArn, 'ListRecoveryPointsByLegalHold: RecoveryPointArn', page),
    );
    for (const arn of told) arns.push(arn);
  }
  return arns.sort(compare);
}
