import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { buildArn, DAY, defineRule, evaluate, formFault } from '@backproof/core';
import type { Instant, Population, Rule, Waiver } from '@backproof/core';
import { FRAMEWORKS } from '@backproof/frameworks';
import { recordRun } from '@backproof/ledger';
import type { OwnershipTags } from '@backproof/ledger';
import { dynamoDbTable, home, inventoryOf } from '@backproof/testing';
import { AUDIT_SCHEMA } from './generated/audit-schema.js';
import { auditJson } from './audit-json.js';
import { auditLedger } from './audit-ledger.js';
import type { AuditRequest } from './audit-ledger.js';
import type { Audit } from './audit.js';
import type { ExceptionResponse } from './response.js';
import { quarterNamed } from './period.js';

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A folder that is gone when the tests of the file are over. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-audit-'));
  folders.push(folder);
  return folder;
}

/** What a run sees of the table: what its rule says of it, or that it is not there. */
export type Sight = 'pass' | 'fail' | 'unknown' | 'forgotten' | 'notApplicable' | 'absent' | 'unlisted' | 'excluded';

/** A run of the synthetic ledger. */
export interface Week {
  readonly sight: Sight;
  /** The version of the rule; 1.0.0 unless told. */
  readonly version?: string;
  readonly waivers?: readonly Waiver[];
  /** Tags of the table, and those whose values are recorded. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly ownership?: OwnershipTags;
}

/** Noon of so many weeks after the first Sunday of the third quarter of 2026. */
export function week(number: number): Instant {
  return Date.parse('2026-07-05T12:00:00Z') + number * 7 * DAY;
}

function echo(version: string): Rule {
  return defineRule({
    id: 'echo',
    version,
    title: 'Says what a tag tells',
    recommended: true,
    rationale: 'Tests need rules.',
    remediation: 'Change the tag.',
    controls: ['soc2/A1.2'],
    needs: { tags: 'context' },
    messages: {
      passed: { status: 'pass', text: 'The tag says pass.' },
      failed: { status: 'fail', severity: 'medium', text: 'The tag says fail: {name}.' },
      untold: { status: 'unknown', text: 'The tag says unknown.' },
      forgotten: { status: 'unknown', kind: 'forgotten', text: 'The tag was forgotten.' },
      untagged: { status: 'notApplicable', text: 'No tag says anything.' },
    },
    options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },
    judge: ({ dossier: { resource, tags }, pass, fail, unknown, notApplicable }) => {
      switch (tags?.sight) {
        case 'fail':
          return fail('failed', { name: resource.name });
        case 'unknown':
          return unknown('untold', {});
        case 'forgotten':
          return unknown('forgotten', {});
        case 'notApplicable':
          return notApplicable('untagged', {});
        case undefined:
        default:
          return pass('passed', {});
      }
    },
  });
}

const bystander = dynamoDbTable({ name: 'bystander' });

/** Records what runs see, each a week after the one before; undefined is a week without a run. */
export async function record(folder: string, weeks: readonly (Week | undefined)[], first = 0): Promise<void> {
  for (const [number, seen] of weeks.entries()) {
    if (seen !== undefined) await recordWeek(folder, week(first + number), seen);
  }
}

async function recordWeek(
  folder: string,
  now: Instant,
  { sight, version = '1.0.0', waivers = [], tags = {}, ownership }: Week,
): Promise<void> {
  const isThere = sight !== 'absent' && sight !== 'unlisted';
  const arn = buildArn({ ...home, service: 'dynamodb', resource: `table/${HOSTILE}` });
  const table = dynamoDbTable({ arn, name: HOSTILE, tags: { ...tags, sight } });
  const seen = inventoryOf({ resource: bystander, others: isThere ? [table] : [] });
  const populations =
    sight === 'unlisted' ? [...seen.populations.filter(({ kind }) => kind !== 'resources'), denied] : seen.populations;
  const inventory = { ...seen, takenAt: now, populations };
  const exclude = sight === 'excluded' ? [{ match: { tags: { sight: ['excluded'] } }, reason: 'left to others' }] : [];
  const run = evaluate({
    inventory,
    rules: [{ rule: echo(version) }],
    now,
    tool: { name: 'backproof', version: '0.0.0' },
    waivers,
    subjects: { exclude },
  });
  await recordRun(folder, inventory, run, ownership);
}

/** A name that is markup, a formula and a script at once. */
export const HOSTILE = '=<script>alert(1)</script>';

/** A response to all exceptions of the table. */
export function response(more: Partial<ExceptionResponse> = {}): ExceptionResponse {
  return {
    id: 'R-1',
    rule: 'echo',
    resources: ['*'],
    owner: 'shop',
    rootCause: 'The plan was deleted.',
    response: 'It is restored, and its deletion needs an approval.',
    due: '2026-08-31',
    ...more,
  };
}

const denied: Population = {
  kind: 'resources',
  of: 'DynamoDB',
  scope: home,
  count: 0,
  pages: 0,
  status: 'unavailable',
  gaps: [
    {
      operation: 'dynamodb:ListTables',
      code: 'AccessDeniedException',
      message: 'no',
      iamAction: 'dynamodb:ListTables',
    },
  ],
};

/** The audit of the third quarter of 2026. Its JSON fits its schema. */
export async function auditOf(folder: string, more: Partial<AuditRequest> = {}): Promise<Audit> {
  const period = quarterNamed('2026-Q3');
  if (period === undefined) throw new Error('2026-Q3 is a quarter');
  const frameworks = FRAMEWORKS.filter(({ alias }) => alias === 'soc2');
  const audit = await auditLedger(folder, {
    period,
    frameworks,
    cadenceMs: 7 * DAY,
    sample: { size: 25, seed: 'fixture' },
    tool: { name: 'backproof', version: '0.0.0' },
    ...more,
  });
  const fault = formFault(AUDIT_SCHEMA, JSON.parse([...auditJson(audit)].join('')));
  if (fault !== undefined) throw new Error(`the audit does not fit its schema: ${fault}`);
  return audit;
}

/** The audit of what runs saw, week by week. */
export async function auditOfWeeks(
  weeks: readonly (Week | Sight | undefined)[],
  first = 0,
  more: Partial<AuditRequest> = {},
): Promise<Audit> {
  const folder = await emptyFolder();
  await record(
    folder,
    weeks.map((each) => (typeof each === 'string' ? { sight: each } : each)),
    first,
  );
  return auditOf(folder, more);
}
