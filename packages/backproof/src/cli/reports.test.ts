import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import { failure, run } from '@backproof/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { noConfig } from '../config/config.js';
import { settle } from '../config/settings.js';
import type { Layer } from '../config/settings.js';
import { REPORTERS } from '../reporters.js';
import type { ReportFlags } from './program/flags.js';
import { REPORTER_IDS, reporterOf } from './program/reporters.js';
import { reportOutput, writeOutputs } from './output.js';
import { requestedReports, screenOptions } from './reports.js';

let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backproof-reports-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The reports that flags and a configuration ask for. */
async function requested(flags: ReportFlags, reports: Readonly<Record<string, object>> = {}) {
  const layer: Layer = { reports: { value: reports, origin: 'c.yaml:4:1' } };
  return requestedReports(flags, settle(noConfig(), layer));
}

/** Writes reports; tells whether all were written and what standard error said. */
async function written(from: ReportedRun, flags: ReportFlags) {
  const said: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const outputs = (await requested(flags)).map((report) => reportOutput(report, from));
    return { isComplete: await writeOutputs(outputs), said };
  } finally {
    stderr.mockRestore();
  }
}

/** A run that breaks off while its outcomes are read. */
const broken: ReportedRun = {
  ...run(),
  outcomes: {
    *[Symbol.iterator]() {
      yield failure();
      throw new Error('the disk of the inventory is gone');
    },
  },
};

describe('the reports that are asked for', () => {
  it('take options from flags before those of the configuration, and these before their own', async () => {
    const flags = { report: [`terminal=${inFolder('x.txt')}`], reportOption: ['terminal.inFull=7'] };
    const [report] = await requested(flags, { terminal: { inFull: 1, color: true } });
    expect(report?.options).toMatchObject({ inFull: 7, color: true });
  });

  it('take a value that is no JSON as text, and all that follows the first = as the value', async () => {
    const flags = { report: [`sarif=${inFolder('a=b.sarif')}`], reportOption: ['sarif.category=prod=eu'] };
    const [report] = await requested(flags);
    expect(report).toMatchObject({ path: inFolder('a=b.sarif'), options: { category: 'prod=eu', profile: 'full' } });
  });

  it.each<[string, ReportFlags, RegExp]>([
    ['an unknown report', { report: ['htlm=x'] }, /report "htlm" is not known. Did you mean "html"\?/],
    ['no file', { report: ['html='] }, /--report html= does not name a file/],
    ['an option without a report', { reportOption: ['inFull=1'] }, /--report-option inFull=1 is not a valid option/],
    ['an option without a value', { reportOption: ['html.rows'] }, /--report-option html.rows is not a valid option/],
    [
      'an option of a report that is not requested',
      { report: ['csv=x'], reportOption: ['sarif.profile=github'] },
      /--report-option sarif\.profile has no effect without --report sarif=FILE/,
    ],
    [
      'an unknown option',
      { report: ['csv=x'], reportOption: ['csv.tabs=1'] },
      /reporter "csv": "tabs" is not an option/,
    ],
  ])('are refused for %s', async (_, flags, message) => {
    await expect(requested(flags)).rejects.toThrow(message);
  });

  it('are not opened where no HTML report is written to a file', async () => {
    const opened = (report: readonly string[]) => requested({ report, open: true });
    await expect(opened([`csv=${inFolder('x.csv')}`])).rejects.toThrow(
      '--open has no effect without --report html=FILE',
    );
    await expect(opened(['html=-'])).rejects.toThrow('--open has no effect');
    const both = await opened([`csv=${inFolder('x.csv')}`, `html=${inFolder('x.html')}`]);
    expect(both.map(({ isOpened }) => isOpened)).toEqual([false, true]);
  });

  it('take options of what is printed anyway', async () => {
    const flags = { reportOption: ['terminal.inFull=0'] };
    const settings = settle(noConfig(), {});
    await expect(requestedReports(flags, settings, 'terminal')).resolves.toEqual([]);
    await expect(screenOptions('terminal', flags, settings)).resolves.toMatchObject({ inFull: 0 });
  });
});

describe('reports that are written', () => {
  it('are told with their size and hash', async () => {
    const { isComplete, said } = await written(run(), { report: [`json=${inFolder('run.json')}`] });
    const text = readFileSync(inFolder('run.json'), 'utf8');
    expect(isComplete).toBe(true);
    const size = text.length.toLocaleString('en');
    expect(said).toEqual([`wrote json to ${inFolder('run.json')}: ${size} bytes, SHA-256 ${sha256([text])}\n`]);
  });

  it('are whole or not there: one that breaks off leaves the earlier file as it was', async () => {
    writeFileSync(inFolder('old.csv'), 'of yesterday');
    const { isComplete, said } = await written(broken, {
      report: [`csv=${inFolder('old.csv')}`, `sarif=${inFolder('new.sarif')}`],
    });
    expect(isComplete).toBe(false);
    expect(said.join('')).toContain(
      `cannot write the csv report ${inFolder('old.csv')}: the disk of the inventory is gone`,
    );
    expect(readFileSync(inFolder('old.csv'), 'utf8')).toBe('of yesterday');
    expect(readdirSync(folder)).toEqual(['old.csv']);
  });

  it('one that fails does not keep the others from being written', async () => {
    mkdirSync(inFolder('taken'));
    const { isComplete, said } = await written(run(), {
      report: [`csv=${inFolder('taken')}`, `json=${inFolder('run.json')}`],
    });
    expect(isComplete).toBe(false);
    expect(said.join('')).toContain(`cannot write the csv report ${inFolder('taken')}`);
    expect(readdirSync(folder).sort()).toEqual(['run.json', 'taken']);
  });
});

it('the command offers the reporters of the library, each by its own id', async () => {
  expect(await Promise.all(REPORTER_IDS.map(reporterOf))).toEqual(REPORTERS);
});
