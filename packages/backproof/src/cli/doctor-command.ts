import { proxyFor } from '@backproof/aws';
import { count } from '@backproof/core';
import type { Command } from 'commander';
import type { Diagnosis, Obstacle } from '../doctor.js';
import { VERSION } from '../version.js';
import { EXIT } from './exit-code.js';
import type { ReadingFlags } from './program/flags.js';
import { answer } from './say.js';
import { withScanOptions } from './scan-options.js';
import { judgingOptions, settingsOf } from './settings-of.js';

/** The accounts that are named; the others are counted. */
const NAMED = 12;

/** `backproof doctor`: tries what a scan with these flags needs, and says on one page what works. */
export async function doctorCommand(command: Command, signal: AbortSignal): Promise<number> {
  const flags = command.optsWithGlobals<ReadingFlags>();
  const settings = await settingsOf(command);
  const judging = await judgingOptions(flags, settings);
  return withScanOptions(flags, settings, judging, async (options) => {
    const { diagnose } = await import('../doctor.js');
    const diagnosis = await diagnose({ ...options, signal });
    signal.throwIfAborted();
    const endpoint = options.endpointUrl ?? process.env.AWS_ENDPOINT_URL;
    for (const line of pageOf(diagnosis, endpoint, options.now !== undefined)) answer(line);
    return diagnosis.obstacles.length === 0 && diagnosis.clock === undefined ? EXIT.clean : EXIT.incomplete;
  });
}

function* pageOf(diagnosis: Diagnosis, endpoint: string | undefined, isTimeNamed: boolean): Generator<string> {
  const { tried, regions, operations, calls, obstacles, accounts, clock } = diagnosis;
  yield `backproof ${VERSION}, Node ${process.versions.node}`;
  yield '';
  yield `Endpoint  ${endpoint === undefined || endpoint === '' ? "AWS's own" : endpoint}`;
  yield `Proxy     ${proxyText(endpoint, regions[0] ?? 'us-east-1')}`;
  yield `CA        ${process.env.AWS_CA_BUNDLE ?? process.env.NODE_EXTRA_CA_CERTS ?? "Node's own"}`;
  yield `Clock     ${clock ?? (isTimeNamed ? 'not compared, as --now names the time' : "within 5 minutes of AWS's")}`;
  yield `Regions   ${regions.join(', ')}`;
  yield '';
  const names = new Map(accounts.map(({ accountId, name }) => [accountId, name]));
  yield `${count(tried.length, 'account')} to scan`;
  for (const { scope, principalArn } of tried.slice(0, NAMED)) {
    const name = names.get(scope.accountId);
    yield `  ${scope.accountId}${name === undefined ? '' : ` ${name}`} as ${principalArn}`;
  }
  if (tried.length > NAMED) yield `  and ${count(tried.length - NAMED, 'more account')}`;
  for (const { accountId, name, leftOut } of accounts) {
    if (leftOut !== undefined) yield `  ${accountId} ${name} is not scanned: ${leftOut}`;
  }
  yield '';
  yield `Tried ${count(operations, 'operation')} with ${count(calls, 'call')}, in one Region of each account. Operations for single items were not tried.`;
  if (obstacles.length === 0) yield 'Everything that was tried can be read.';
  for (const obstacle of obstacles) yield* obstacleLines(obstacle);
}

function* obstacleLines({ operation, cause, wayOut, accounts, rules }: Obstacle): Generator<string> {
  yield '';
  yield `${operation}: ${cause}`;
  const more = accounts.length > NAMED ? ` and ${String(accounts.length - NAMED)} more` : '';
  yield `  in ${accounts.slice(0, NAMED).join(', ')}${more}`;
  yield rules.length === 0 ? '  No verdict depends on it.' : `  Needed by ${rules.join(', ')}.`;
  if (wayOut !== undefined) yield `  ${wayOut}`;
}

/** The proxy without its user, as people may send this page to others. */
function proxyText(endpoint: string | undefined, region: string): string {
  const target = endpoint === undefined || endpoint === '' ? `https://backup.${region}.amazonaws.com` : endpoint;
  const proxy = URL.canParse(target) ? proxyFor(target) : undefined;
  return proxy === undefined ? 'none' : `${proxy.protocol}//${proxy.host}`;
}
