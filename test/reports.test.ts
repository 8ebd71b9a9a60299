import type { ReportedRun } from '@backproof/core';
import { estates } from '@backproof/sandbox';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { REPORTED_RUNS } from '@backproof/testing';
import { REPORTERS } from 'backproof';
import { htmlFaults } from '../reports/html/src/validation.fixture.js';
import { suitesOf, xmlFaults } from '../reports/junit/src/validation.fixture.js';
import { schemaFaults } from '../reports/sarif/src/validation.fixture.js';
import { asffFaults } from './support/asff-faults.js';
import { scanEstate } from './support/estate-scan.js';

const SCHEMAS = process.env.SCHEMA_DIR === undefined ? [] : ['junit-10.xsd', 'surefire.xsd'];

function render(id: string, run: ReportedRun, options: object = {}): string {
  const reporter = REPORTERS.find((each) => each.id === id);
  if (reporter === undefined) throw new Error(`there is no reporter ${id}`);
  return [...reporter.render(run, options)].join('');
}

const LARGE = [...estates.values()].filter(({ name }) => name === 'demo' || name === 'org');

describe.each(LARGE)('the run of the estate $name', (estate) => {
  let run: ReportedRun;

  beforeAll(async () => {
    ({ run } = await scanEstate(estate));
  });

  it('is of many resources', () => {
    expect([...run.outcomes].length).toBeGreaterThan(20);
  });

  it.each(['full', 'github'])('is valid SARIF: %s', (profile) => {
    expect(schemaFaults(JSON.parse(render('sarif', run, { profile })) as object)).toEqual([]);
  });

  it('is valid JUnit, as a file and suite by suite', async () => {
    const xml = render('junit', run);
    const [wholeSchema, suiteSchema] = SCHEMAS;
    expect(suitesOf(xml).length).toBeGreaterThan(5);
    expect(await xmlFaults([xml], wholeSchema)).toEqual([]);
    expect(await xmlFaults(suitesOf(xml), suiteSchema)).toEqual([]);
  });

  it('is made of findings that Security Hub takes', () => {
    expect(asffFaultsOf(run)).toEqual([]);
  });

  it('is valid HTML', async () => {
    expect(await htmlFaults(render('html', run))).toEqual([]);
  });
});

/** Each fault of the findings of a run once. */
function asffFaultsOf(run: ReportedRun): readonly string[] {
  const findings = JSON.parse(render('asff', run)) as readonly object[];
  return [...new Set(findings.flatMap(asffFaults))];
}

it.each(Object.entries(REPORTED_RUNS))('the %s run is made of findings that Security Hub takes', (_, run) => {
  expect(asffFaultsOf(run)).toEqual([]);
});

it('a finding that Security Hub does not take is found', () => {
  expect(asffFaults({ Title: 1, Nope: '' })).toEqual(
    expect.arrayContaining([' lacks Id', '.Title is not a text', '.Nope is not in AwsSecurityFinding']),
  );
});
