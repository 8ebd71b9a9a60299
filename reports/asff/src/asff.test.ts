import { join } from 'node:path';
import type { ReportedRun } from '@backproof/core';
import { failure, manyOutcomes, outcome, REPORTED_RUNS, run, subject, testReporter } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { asff } from './asff.js';
import type { AsffOptions } from './asff.js';

testReporter(asff, { golden: join(import.meta.dirname, 'golden') });

interface Finding {
  readonly Id: string;
  readonly Title: string;
  readonly Description: string;
  readonly ProductFields: Readonly<Record<string, string>>;
}

function findingsOf(of: ReportedRun, options?: Partial<AsffOptions>): readonly Finding[] {
  return JSON.parse([...asff.render(of, options)].join('')) as readonly Finding[];
}

const { mixed, hostile } = REPORTED_RUNS;

describe('Security Hub accepts it:', () => {
  const findings = [...Object.values(REPORTED_RUNS), manyOutcomes(50)].flatMap((of) => findingsOf(of));

  it('no text is longer than the API allows, and a finding is below 240 KB', () => {
    const long = run({
      outcomes: [failure({ message: '\u{1f600}'.repeat(2000), subject: subject({ name: 'x'.repeat(5000) }) })],
    });
    expect(findings.length).toBeGreaterThan(50);
    for (const finding of [...findings, ...findingsOf(long)]) {
      const { Title, Description, Id, ProductFields } = finding;
      expect([Title.length <= 256, Description.length <= 1024, Id.length <= 512]).toEqual([true, true, true]);
      expect(Object.values(ProductFields).filter((value) => value.length > 2048)).toEqual([]);
      expect(JSON.stringify(finding).length).toBeLessThan(240_000);
    }
    expect(JSON.stringify(findingsOf(long))).not.toMatch(/\\ud/);
  });

  it('no two findings have one identifier', () => {
    const ids = findingsOf(mixed).map(({ Id }) => Id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('an outcome', () => {
  const ofOne = (one: ReturnType<typeof outcome>, options?: Partial<AsffOptions>) =>
    findingsOf(run({ outcomes: [one], waivers: mixed.waivers }), options)[0];

  it('that failed and is open is an active failure with its severity', () => {
    expect(ofOne(failure({ severity: 'high' }))).toMatchObject({
      Compliance: { Status: 'FAILED' },
      Severity: { Label: 'HIGH' },
      RecordState: 'ACTIVE',
      ProductFields: { 'backproof/disposition': 'open' },
    });
  });

  it('that a waiver accepts is archived, so that it is active again when the waiver expires', () => {
    const waived = ofOne(failure({ disposition: { kind: 'waived', waiver: 'W-1' } }));
    expect(waived).toMatchObject({ Compliance: { Status: 'FAILED' }, RecordState: 'ARCHIVED' });
    expect(waived).toMatchObject({
      ProductFields: { 'backproof/waiver': expect.stringContaining('W-1 until 2027-03-31') },
    });
    expect(waived).not.toHaveProperty('Workflow');
  });

  it('that is in the baseline is a failure still', () => {
    expect(ofOne(failure({ disposition: { kind: 'baseline' } }))).toMatchObject({
      Compliance: { Status: 'FAILED' },
      RecordState: 'ACTIVE',
      ProductFields: { 'backproof/disposition': 'baseline' },
    });
  });

  it('that is unknown never passes', () => {
    expect(ofOne(outcome('unknown'))).toMatchObject({ Compliance: { Status: 'WARNING' }, RecordState: 'ACTIVE' });
  });

  it('that passes resolves the finding, unless passes are left out', () => {
    expect(ofOne(outcome('pass'))).toMatchObject({
      Compliance: { Status: 'PASSED' },
      Severity: { Label: 'INFORMATIONAL' },
    });
    expect(ofOne(outcome('pass'), { passes: 'none' })).toBeUndefined();
  });

  it('that is not applicable is no finding', () => {
    expect(ofOne(outcome('notApplicable'))).toBeUndefined();
  });
});

it('a finding is that of the account, the Region and the partition of its subject', () => {
  const arn = 'arn:aws-cn:rds:cn-north-1:333333333333:db:orders';
  const [finding] = findingsOf(
    run({ outcomes: [failure({ subject: subject({ arn, accountId: '333333333333', region: 'cn-north-1' }) })] }),
  );
  expect(finding).toMatchObject({
    AwsAccountId: '333333333333',
    Region: 'cn-north-1',
    ProductArn: 'arn:aws-cn:securityhub:cn-north-1:333333333333:product/333333333333/default',
    Resources: [{ Type: 'AwsRdsDbInstance', Id: arn, Partition: 'aws-cn' }],
  });
});

it('hostile names stay text', () => {
  expect(findingsOf(hostile).length).toBeGreaterThan(5);
  expect([...asff.render(hostile)].join('')).not.toMatch(/\\ud[89a-f]/);
});
