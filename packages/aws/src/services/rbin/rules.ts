import { ListRulesCommand } from '@backproof/clients';
import type { RuleSummary } from '@backproof/clients';
import type { KeptInBin, RecycleBinRule, Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';

/** The types of resource that are backups: each is listed by itself. @source API (Recycle Bin) ListRules, ResourceType */
const KEPT: readonly KeptInBin[] = ['EBS_SNAPSHOT', 'EC2_IMAGE'];

/** The rules of Recycle Bin about snapshots and images. */
export async function* readRules({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for (const keeps of KEPT) {
    for await (const page of pages(ListRulesCommand, { ResourceType: keeps })) {
      const rules = required(page.Rules, 'ListRules: Rules', page);
      yield { recycleBinRules: translated(rules, 'ListRules: Identifier', (rule) => toRule(scope, keeps, rule)) };
    }
  }
}

/** A rule that is being unlocked can be deleted once its delay is over. @source API (Recycle Bin) LockState */
const LOCKED: Words = { yes: ['locked'], no: ['pending_unlock', 'unlocked'] };

/** @source API (Recycle Bin) RetentionPeriodUnit */
const IN_DAYS: Words = { yes: ['DAYS'], no: [] };

/** @source API (Recycle Bin) RuleSummary: a rule that was never locked has no state */
function toRule(scope: Scope, keeps: KeptInBin, rule: RuleSummary): RecycleBinRule {
  const { Identifier, RetentionPeriod, LockState } = rule;
  const { RetentionPeriodValue, RetentionPeriodUnit } = required(RetentionPeriod, 'ListRules: RetentionPeriod');
  says('ListRules: RetentionPeriodUnit', RetentionPeriodUnit, IN_DAYS);
  return {
    scope,
    id: required(Identifier, 'ListRules: Identifier'),
    keeps,
    retentionDays: required(RetentionPeriodValue, 'ListRules: RetentionPeriodValue'),
    locked: LockState !== undefined && says('ListRules: LockState', LockState, LOCKED),
  };
}
