import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demo, estates, startSandbox } from '@backproof/sandbox';
import type { Sandbox } from '@backproof/sandbox';
import { transform } from 'esbuild';
import ts from 'typescript';
import { COMMAND } from './support/cli.js';

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** A folder in the repository, so that packages are found as in a project that installed them. */
let folder: string;
let sandbox: Sandbox;
beforeAll(async () => {
  await mkdir(join(ROOT, 'test/artifacts'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'test/artifacts/guides-'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  sandbox = await startSandbox({ world: demo.world, throttles: false });
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** Writes the code blocks of a page that have a name, each into its file: `ts [script.ts]`. */
async function writeBlocks(page: string): Promise<readonly string[]> {
  const markdown = await readFile(join(ROOT, page), 'utf8');
  const blocks = [...markdown.matchAll(/^```\w+ \[([\w.]+)\]\n([^]*?)^```$/gm)];
  for (const [, name = '', code = ''] of blocks) await writeFile(join(folder, name), code);
  return blocks.map(([, name = '']) => join(folder, name));
}

/** Runs a program as a reader would, in their shell, with the credentials and the endpoint of the sandbox. */
async function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return run(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...environmentOf(sandbox), ...env },
    timeout: 120_000,
  }).catch((error: unknown) => error as { readonly code: number; readonly stdout: string; readonly stderr: string });
}

function environmentOf({ url, credentials }: Sandbox): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}

/** Runs the text of a module in the folder. */
async function runModule(code: string, env: Readonly<Record<string, string>> = {}) {
  await writeFile(join(folder, 'main.mjs'), code);
  return runNode(['main.mjs'], { NODE_NO_WARNINGS: '1', ...env });
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it does not listen');
  return `http://127.0.0.1:${address.port}`;
}

describe('the programs of the page about embedding', () => {
  const built = (name: string): string => join(folder, `${name}.mjs`);

  beforeAll(async () => {
    for (const path of await writeBlocks('docs/embedding.md')) {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', format: 'esm' });
      await writeFile(path.replace(/\.ts$/, '.mjs'), code);
    }
  });

  it('compile', () => {
    const files = ['script', 'lambda', 'endpoint'].map((name) => join(folder, `${name}.ts`));
    const program = ts.createProgram(files, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules/@types')],
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
    });
    const faults = ts.getPreEmitDiagnostics(program);
    expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });

  it('the script saves the scan, writes the report and ends with the result', async () => {
    const ended = await runNode([built('script')]);
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(ended.stdout).toContain('table/carts: carts is in no backup plan');
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('Could it be restored?');
    const again = await runNode([COMMAND, 'explain', 'carts', '--inventory', 'scan.ndjson.gz']);
    expect(again.stdout).toContain('carts');
  });

  it('the Lambda function writes the run and the report to its bucket', async () => {
    const written = new Map<string, string>();
    const bucket = createServer((request, response) => {
      void text(request).then((body) => {
        if (request.method === 'PUT') written.set(new URL(request.url ?? '', 'http://s3').pathname, body);
        response.end();
      });
    });
    const url = await listening(bucket);
    const ended = await runModule(
      `const { handler } = await import('./lambda.mjs');
      console.log(JSON.stringify(await handler({}, { getRemainingTimeInMillis: () => 900_000 })));
      process.exit();`,
      { AWS_ENDPOINT_URL_S3: url, REPORTS_BUCKET: 'reports' },
    );
    bucket.close();
    expect(ended).toMatchObject({ stderr: '' });
    expect(JSON.parse(ended.stdout)).toMatchObject({ open: { critical: expect.any(Number) } });
    const files = [...written].map(([path, body]) => [path.replace(/\d{4}-\d\d-\d\d/, 'DAY'), body] as const);
    expect(files.map(([path]) => path).sort()).toEqual(['/reports/DAY/backproof.html', '/reports/DAY/backproof.json']);
    expect(files.map(([, body]) => body).join('')).toContain('table/carts');
  });

  it('the endpoint reports its progress, and ends the scan of a client that leaves', async () => {
    const ended = await runModule(
      `const { server } = await import('./endpoint.mjs');
      server.listen(0, '127.0.0.1', async () => {
        const url = 'http://127.0.0.1:' + server.address().port;
        console.log((await (await fetch(url + '/?region=eu-central-1')).text()).trim());
        const leaving = new AbortController();
        const answer = fetch(url, { signal: leaving.signal }).catch(({ name }) => console.log(name));
        setTimeout(() => leaving.abort(), 100);
        await answer;
        await new Promise((resolve) => setTimeout(resolve, 200));
        process.exit();
      });`,
    );
    expect(ended.stderr).toMatch(/^Error: the client has left/);
    const [read, result, left] = ended.stdout.trim().split('\n');
    expect(JSON.parse(read ?? '')).toEqual({ read: 'eu-central-1', calls: expect.any(Number) });
    expect(JSON.parse(result ?? '')).toMatchObject({ result: expect.any(String) });
    expect(left).toBe('AbortError');
  });
});

describe('the rule of the tutorial', () => {
  beforeAll(async () => {
    await writeBlocks('docs/tutorial-rule.md');
  });

  it('passes its own test', async () => {
    const ended = await runNode(['--test', 'rule.test.js']);
    expect(ended.stdout).toMatch(/# pass [1-9]\d*\n# fail 0\n/);
  });

  it('is packed, loaded and judges', async () => {
    expect((await runNode([COMMAND, 'config'])).stdout).toMatch(/^rules\.acme\/named-owner +low/m);
    const { stdout, stderr } = await runNode([COMMAND, 'scan', '--rule', 'acme/named-owner', '--json', '-']);
    expect(stderr).not.toContain('backproof: ');
    const judged = JSON.parse(stdout) as { readonly outcomes: readonly { readonly message: string }[] };
    expect(judged.outcomes.map(({ message }) => message)).toContain(
      'orders has no tag owner, so its owner is unknown.',
    );
  });
});

it('each surprising truth is proved by a label', async () => {
  const page = await readFile(join(ROOT, 'docs/surprising-truths.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (truth|-)/.test(line));
  const known = new Set(
    [...estates.values()].flatMap(({ name, labels }) =>
      labels.map(
        ({ resourceArn, rule, message }) => `${name} ${resourceArn.split(':').slice(5).join(':')} ${rule} ${message}`,
      ),
    ),
  );
  const proofs = rows.map((row) =>
    [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, word]) => word).join(' '),
  );
  expect(proofs.length).toBeGreaterThan(25);
  expect(proofs.filter((proof) => !known.has(proof))).toEqual([]);
});
