import { join } from 'node:path';
import type { ReportedRun } from '@backproof/core';
import { failure, outcome, REPORTED_RUNS, run, testReporter } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { ocsf } from './ocsf.js';
import type { OcsfOptions } from './ocsf.js';

testReporter(ocsf, { golden: join(import.meta.dirname, 'golden') });

type Event = Readonly<Record<string, unknown>>;

function eventsOf(of: ReportedRun, options?: Partial<OcsfOptions>): readonly Event[] {
  const lines = [...ocsf.render(of, options)].join('').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Event);
}

const { mixed, hostile } = REPORTED_RUNS;
const events = [...eventsOf(mixed), ...eventsOf(hostile)];

it('each event has what the class requires', () => {
  expect(events.length).toBeGreaterThan(20);
  for (const event of events) {
    expect(event).toMatchObject({
      ...{ activity_id: 1, category_uid: 2, class_uid: 2003, type_uid: 200301 },
      time: Date.parse(mixed.now),
      severity_id: expect.any(Number),
      metadata: { version: '1.3.0', product: { vendor_name: 'Backproof' } },
      cloud: { provider: 'AWS', account: { uid: expect.any(String) } },
      finding_info: { uid: expect.stringMatching(/./), title: expect.stringMatching(/./) },
      compliance: { status_id: expect.any(Number), standards: expect.arrayContaining([expect.any(String)]) },
      resources: [{ uid: expect.any(String) }],
    });
  }
});

it('an event is one line, whatever the names hold', () => {
  const text = [...ocsf.render(hostile)].join('');
  expect(text).not.toMatch(/\\ud[89a-f]/);
  expect(text.split('\n')).toHaveLength(eventsOf(hostile).length + 1);
});

describe('an outcome', () => {
  const ofOne = (one: ReturnType<typeof outcome>, options?: Partial<OcsfOptions>) =>
    eventsOf(run({ outcomes: [one], waivers: mixed.waivers }), options)[0];

  it.each([
    ['open', failure({ severity: 'critical' }), { severity_id: 5, status_id: 1, compliance: { status: 'Fail' } }],
    ['unknown', outcome('unknown'), { status_id: 1, compliance: { status: 'Warning' } }],
    ['passed', outcome('pass'), { severity_id: 1, compliance: { status: 'Pass' } }],
    [
      'waived',
      failure({ disposition: { kind: 'waived', waiver: 'W-1' } }),
      {
        status: 'Suppressed',
        comment: expect.stringContaining('W-1 until 2027-03-31'),
        compliance: { status: 'Fail' },
      },
    ],
    [
      'in the baseline',
      failure({ disposition: { kind: 'baseline' } }),
      { status: 'New', compliance: { status: 'Fail' }, unmapped: { disposition: 'baseline' } },
    ],
  ])('that is %s', (_, one, event) => {
    expect(ofOne(one)).toMatchObject(event);
  });

  it('that is not applicable is no finding, nor one that passed if passes are left out', () => {
    expect(ofOne(outcome('notApplicable'))).toBeUndefined();
    expect(ofOne(outcome('pass'), { passes: 'none' })).toBeUndefined();
  });
});
