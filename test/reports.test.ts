import type { Run } from '@backproof/core';
import { estates } from '@backproof/sandbox';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { REPORTERS } from 'backproof';
import { htmlFaults } from '../reports/html/src/validation.fixture.js';
import { suitesOf, xmlFaults } from '../reports/junit/src/validation.fixture.js';
import { schemaFaults } from '../reports/sarif/src/validation.fixture.js';
import { scanEstate } from './support/estate-scan.js';

const SCHEMAS = process.env.SCHEMA_DIR === undefined ? [] : ['junit-10.xsd', 'surefire.xsd'];

function render(id: string, run: Run, options: object = {}): string {
  const reporter = REPORTERS.find((each) => each.id === id);
  if (reporter === undefined) throw new Error(`there is no reporter ${id}`);
  return [...reporter.render(run, options)].join('');
}

const LARGE = [...estates.values()].filter(({ name }) => name === 'demo' || name === 'org');

describe.each(LARGE)('the run of the estate $name', (estate) => {
  let run: Run;

  beforeAll(async () => {
    ({ run } = await scanEstate(estate));
  });

  it('is of many resources', () => {
    expect(run.outcomes.length).toBeGreaterThan(20);
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

  it('is valid HTML', async () => {
    expect(await htmlFaults(render('html', run))).toEqual([]);
  });
});
