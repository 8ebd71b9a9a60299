import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { canonicalJson } from '@backproof/core';
import { estates, startSandbox } from '@backproof/sandbox';
import type { Sandbox } from '@backproof/sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { COMMAND } from './support/cli.js';
import { credentialsIn } from './support/estate-scan.js';

const DEPLOY = join(import.meta.dirname, '../deploy');
const PARTS = [1, 2, 3];
const NOW = '2026-11-22T12:00:00Z';

type Environment = Readonly<Record<string, string>>;

const org = estates.get('org');
if (org === undefined) throw new Error('there is no estate org');

let version: string;
let folder: string;
let sandbox: Sandbox;
let bucket: Server;
let objects: Map<string, Buffer>;

const inFolder = (...names: readonly string[]): string => join(folder, ...names);
const textOf = (path: string): Promise<string> => readFile(join(DEPLOY, path), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-deploy-'));
  const manifest = await readFile(join(DEPLOY, '../packages/backproof/package.json'), 'utf8');
  ({ version } = JSON.parse(manifest) as { version: string });
  sandbox = await startSandbox({ world: org.world, throttles: false });
  await mkdir(inFolder('bin'));
  // A registry that has this version: npx and the image start the same command.
  const command = `exec ${process.execPath} ${COMMAND} "$@" --no-config`;
  for (const [name, lines] of [
    ['backproof', [command]],
    ['npx', [`test "$1 $2" = "--yes backproof@${version}" || exit 9`, 'shift 2', command]],
  ] as const) {
    await writeFile(inFolder('bin', name), ['#!/bin/sh', ...lines, ''].join('\n'));
    await chmod(inFolder('bin', name), 0o755);
  }
  objects = new Map();
  bucket = createServer((request, response) => {
    void answerAsS3(request.method ?? '', new URL(request.url ?? '', 'http://s3'), () => buffer(request)).then(
      (answer) => response.end(answer),
    );
  }).listen(0, '127.0.0.1');
});
afterAll(async () => {
  bucket.close();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** Answers as S3 does to what the adapter calls; pages have two objects. */
async function answerAsS3(method: string, { pathname, searchParams }: URL, body: () => Promise<Buffer>) {
  const key = decodeURIComponent(pathname).split('/').slice(2).join('/');
  if (method === 'PUT') return void objects.set(key, await body());
  if (!searchParams.has('list-type')) return objects.get(key) ?? '';
  const from = Number(searchParams.get('continuation-token') ?? 0);
  const found = [...objects.keys()].filter((each) => each.startsWith(searchParams.get('prefix') ?? '')).sort();
  const listed = found.slice(from, from + 2).map((each) => `<Contents><Key>${each}</Key></Contents>`);
  const isLast = found.length <= from + 2;
  const next = isLast ? '' : `<NextContinuationToken>${String(from + 2)}</NextContinuationToken>`;
  return `<ListBucketResult><IsTruncated>${String(!isLast)}</IsTruncated>${listed.join('')}${next}</ListBucketResult>`;
}

/** What a process of an engine has: the commands of its image, credentials, and its variables. */
function surroundings(folderOf: string, env: Environment) {
  return {
    cwd: folderOf,
    env: {
      PATH: `${inFolder('bin')}:${process.env.PATH ?? ''}`,
      HOME: '/nonexistent',
      AWS_REGION: 'eu-west-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL: sandbox.url,
      ...credentialsIn(sandbox),
      ...env,
    },
  };
}

/** Runs the shell lines of an engine's file, as the engine would. Exit 1 is a gate that failed. */
async function run(lines: string, folderOf: string, env: Environment): Promise<void> {
  await promisify(execFile)('sh', ['-ec', lines], surroundings(folderOf, env)).catch((error: unknown) => {
    const { code, stderr } = error as { code: unknown; stderr: string };
    if (code !== 1) throw new Error(`exit ${String(code)}: ${stderr}`, { cause: error });
  });
}

async function collectAll(lines: string, folderOf: string, envOf: (part: number) => Environment): Promise<void> {
  await Promise.all(PARTS.map((part) => run(lines, folderOf, envOf(part))));
}

const bucketUrl = (): string => `http://127.0.0.1:${String((bucket.address() as AddressInfo).port)}`;

async function expectReports(whole: string): Promise<void> {
  const stored = objects.get(`reports/${NOW}/run.json`);
  expect(await comparable(stored ?? Buffer.from('{}'))).toBe(whole);
  expect(objects.get(`reports/${NOW}/backproof.html`)?.toString()).toContain('</html>');
}

async function comparable(file: string | Buffer): Promise<string> {
  const text = typeof file === 'string' ? await readFile(file, 'utf8') : file.toString();
  const { calls: _, id: __, inventory, ...rest } = JSON.parse(text) as Record<string, object>;
  return canonicalJson({ ...rest, inventory: { ...inventory, sha256: '' } });
}

/** Runs a script of an image from a folder that has the files which its Dockerfile copies. */
async function imageOf(engine: string): Promise<string> {
  const image = inFolder(`image-${engine}`);
  await mkdir(image);
  const copied = (await textOf(`${engine}/Dockerfile`)).matchAll(/^COPY (.*) \S+$/gm);
  const files = [...copied].flatMap(([, names = '']) => names.split(' '));
  for (const file of files) await copyFile(join(DEPLOY, file), join(image, basename(file)));
  await symlink(join(DEPLOY, '../node_modules'), join(image, 'node_modules'));
  return image;
}

describe('the files of each engine give the run of one scan', () => {
  let whole: string;

  beforeAll(async () => {
    await mkdir(inFolder('whole'));
    const flags = `--org --all-regions --now ${NOW}`;
    await run(`backproof scan ${flags} --json run.json`, inFolder('whole'), {});
    whole = await comparable(inFolder('whole', 'run.json'));
  });

  it('GitHub Actions', async () => {
    const { env, jobs } = parse(await textOf('github-actions/backproof.yml')) as GitHubWorkflow;
    expect(jobs.collect.strategy?.matrix.part).toEqual(Array.from({ length: Number(env.PARTS) }, (_, i) => i + 1));
    const home = inFolder('github');
    await mkdir(home);
    const linesOf = ({ steps }: GitHubJob) => steps.flatMap((step) => step.run ?? []).join('\n');
    await collectAll(linesOf(jobs.collect), home, (part) => {
      const values = { 'needs.begin.outputs.now': NOW, 'matrix.part': String(part) };
      return { ...env, ...filled(jobs.collect.env ?? {}, values), PARTS: String(PARTS.length) };
    });
    await run(linesOf(jobs.evaluate), home, env);
    expect(await comparable(join(home, 'run.json'))).toBe(whole);
  });

  it('GitLab CI', async () => {
    const { variables, collect, evaluate } = parse(await textOf('gitlab/.gitlab-ci.yml')) as GitLabFile;
    const home = inFolder('gitlab');
    await mkdir(home);
    await collectAll(collect.script.join('\n'), home, (part) => ({
      ...variables,
      ...{ CI_NODE_INDEX: String(part), CI_NODE_TOTAL: String(PARTS.length) },
      ...{ CI_PIPELINE_CREATED_AT: NOW, AWS_TOKEN: 'token' },
    }));
    await run(evaluate.script.join('\n'), home, variables);
    expect(await comparable(join(home, 'run.json'))).toBe(whole);
  });

  it('Kubernetes', async () => {
    const documents = parseAllDocuments(await textOf('kubernetes/backproof.yaml')).map(
      (document) => document.toJS() as KubernetesJob,
    );
    const jobNamed = (name: string) => documents.find(({ metadata }) => metadata.name === name)?.spec;
    const [collect, evaluate] = ['backproof-collect', 'backproof-evaluate'].map(jobNamed);
    if (collect === undefined || evaluate === undefined) throw new Error('a job is missing');
    const parts = inFolder('kubernetes');
    await mkdir(parts);
    const partOf = (spec: typeof collect, more: Environment) => {
      const [container] = spec.template.spec.containers;
      const [shell, flag, lines = ''] = container?.command ?? [];
      expect([shell, flag]).toEqual(['sh', '-c']);
      const env = Object.fromEntries((container?.env ?? []).map(({ name, value = NOW }) => [name, value]));
      expect(env.PARTS).toBe('/parts');
      return [lines, { ...env, PARTS: parts, ...more }] as const;
    };
    const [lines] = partOf(collect, {});
    const ofAll = `auto/${String(collect.completions)}`;
    expect(lines).toContain(ofAll);
    await collectAll(lines.replace(ofAll, `auto/${String(PARTS.length)}`), parts, (part) => {
      return partOf(collect, { JOB_COMPLETION_INDEX: String(part - 1) })[1];
    });
    const [judging, env] = partOf(evaluate, {});
    await run(judging, parts, env);
    expect(await comparable(join(parts, 'run.json'))).toBe(whole);
  });

  it('AWS Batch', async () => {
    const template = parse(await textOf('aws-batch/template.yaml'), {
      customTags: ['!Ref', '!Sub', '!GetAtt'].map((tag) => ({ tag, resolve: (text: string) => text })),
    }) as BatchTemplate;
    expect(await textOf('aws-batch/Dockerfile')).toContain(` backproof@${version} `);
    const flow = JSON.parse(template.Resources.Flow.Properties.DefinitionString.replace('${Parts}', '3')) as Flow;
    expect(Object.keys(flow.States)).toEqual(['Collect', 'Evaluate']);
    const home = join(DEPLOY, 'aws-batch');
    const S3_ENDPOINT_URL = bucketUrl();
    const temporary = inFolder('batch');
    await mkdir(temporary);
    const jobOf = (name: 'Collect' | 'Evaluate') => {
      const { Command, Environment } = template.Resources[name].Properties.ContainerProperties;
      const values = { Bucket: 'parts-of-scans', RoleName: 'BackproofReadOnly' };
      const env = Object.fromEntries(Environment.map(({ Name, Value }) => [Name, valueOf(Value, values)]));
      expect(Command.slice(0, 2)).toEqual(['sh', '-ec']);
      return [(Command[2] ?? '').replaceAll('/tmp/', `${temporary}/`), { ...env, NOW, S3_ENDPOINT_URL }] as const;
    };
    const [lines, env] = jobOf('Collect');
    const AWS_BATCH_JOB_ARRAY_SIZE = String(PARTS.length);
    await collectAll(lines, home, (part) => {
      return { ...env, AWS_BATCH_JOB_ARRAY_INDEX: String(part - 1), AWS_BATCH_JOB_ARRAY_SIZE };
    });
    expect([...objects.keys()].sort()).toEqual(PARTS.map((part) => `parts/${NOW}/${String(part - 1)}.ndjson.gz`));
    await run(...([jobOf('Evaluate')[0], home, jobOf('Evaluate')[1]] as const));
    await expectReports(whole);
  });

  it('AWS Lambda', async () => {
    objects.clear();
    expect(await textOf('lambda/Dockerfile')).toContain(` backproof@${version} `);
    const home = await imageOf('lambda');
    const env = { S3_ENDPOINT_URL: bucketUrl(), BUCKET: 'parts-of-scans', ROLE_NAME: 'BackproofReadOnly' };
    const call = (event: object, milliseconds = 900_000) => {
      const script = `import { handler } from './handler.mjs';
        const { message } = (await handler(${JSON.stringify(event)}, {
          getRemainingTimeInMillis: () => ${String(milliseconds)},
        }).catch((error) => error)) ?? {};
        process.stdout.write(message ?? 'done');`;
      const args = ['--input-type=module', '--eval', script];
      return promisify(execFile)(process.execPath, args, surroundings(home, env));
    };
    const reading = PARTS.map((part) => call({ part, parts: PARTS.length, now: NOW }));
    expect((await Promise.all(reading)).map(({ stdout }) => stdout)).toEqual(PARTS.map(() => 'done'));
    expect([...objects.keys()].sort()).toEqual(PARTS.map((part) => `parts/${NOW}/${String(part)}.ndjson.gz`));
    expect((await call({ now: NOW })).stdout).toMatch(/ s3:\/\/parts-of-scans\/reports\/.*\/backproof\.html$/);
    expect((await call({ part: 1, parts: 2, now: NOW }, 15_050)).stdout).toContain('Take more parts');
    expect((await call({ part: 3, parts: 2, now: NOW })).stdout).toMatch(/^backproof: .*3\/2/);
    await expectReports(whole);
  });
});

interface GitHubJob {
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } };
  readonly env?: Environment;
  readonly steps: readonly { readonly run?: string }[];
}

interface GitHubWorkflow {
  readonly env: Environment;
  readonly jobs: { readonly collect: GitHubJob; readonly evaluate: GitHubJob };
}

interface GitLabFile {
  readonly variables: Environment;
  readonly collect: { readonly script: readonly string[] };
  readonly evaluate: { readonly script: readonly string[] };
}

interface KubernetesJob {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly completions?: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly command: readonly string[];
          readonly env: readonly { readonly name: string; readonly value?: string }[];
        }[];
      };
    };
  };
}

interface BatchJob {
  readonly Properties: {
    readonly ContainerProperties: {
      readonly Command: readonly string[];
      readonly Environment: readonly { readonly Name: string; readonly Value: string }[];
    };
  };
}

interface BatchTemplate {
  readonly Resources: {
    readonly Collect: BatchJob;
    readonly Evaluate: BatchJob;
    readonly Flow: { readonly Properties: { readonly DefinitionString: string } };
  };
}

interface Flow {
  readonly States: object;
}

/** The values of expressions of GitHub: `${{ matrix.part }}`. */
function filled(env: Environment, values: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ (.*?) \}\}/g, (_, key: string) => values[key] ?? ''),
    ]),
  );
}

/** A value of CloudFormation: the name of a parameter, or a text with names in it. */
function valueOf(text: string, values: Environment): string {
  return values[text] ?? text.replace(/\$\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}
