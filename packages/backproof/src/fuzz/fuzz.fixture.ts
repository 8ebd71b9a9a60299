import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, jest } from '@jest/globals';
import fc from 'fast-check';
import { main } from '../cli/main.js';

/** The runs of each property: some dozens in every build, and as many as wanted with `FUZZ_RUNS`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25);

// Many runs take as long as they take.
jest.setTimeout(120_000 + RUNS * 1000);

/** What a run of the command said and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** As much of what emits events as is put back after a run. */
type Emitter = Pick<NodeJS.EventEmitter, 'eventNames' | 'listeners' | 'removeListener'>;

/** Runs the command in this process, which takes milliseconds. */
export async function run(args: readonly string[]): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const take = (stream: 'stdout' | 'stderr') =>
    jest.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    });
  const spies = [take('stdout'), take('stderr')];
  const emitters: readonly Emitter[] = [process, process.stdout, process.stderr];
  const listeners = emitters.map(
    (emitter) => new Map(emitter.eventNames().map((name) => [name, emitter.listeners(name)])),
  );
  try {
    return { code: await main([...args, '--no-config']), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
    // Each run of the command listens as if it were the only one of its process.
    emitters.forEach((emitter, index) => {
      for (const name of emitter.eventNames()) {
        const before = listeners[index]?.get(name) ?? [];
        for (const listener of emitter.listeners(name)) {
          if (!before.includes(listener)) emitter.removeListener(name, listener as () => void);
        }
      }
    });
  }
}

/** Fails unless the command ended as it is documented to, in words. */
export function expectDocumented({ code, stderr }: Ended, codes: readonly number[]): void {
  if (!codes.includes(code)) throw new Error(`ended with ${code}: ${stderr}`);
  const crash = /unexpected error|undefined|NaN|TypeError|RangeError|Cannot read|is not a function|\n\s+at /.exec(
    stderr,
  );
  if (crash !== null) throw new Error(`said ${crash[0]}: ${stderr}`);
  if (code === 2 && !/^(backproof: .+\n)+$/.test(stderr)) throw new Error(`said no reason: ${stderr}`);
}

/** Checks a property as often as `FUZZ_RUNS` says. */
export async function always<Value>(arbitrary: fc.Arbitrary<Value>, check: (value: Value) => Promise<void>) {
  await fc.assert(fc.asyncProperty(arbitrary, check), { numRuns: RUNS });
}

/** A folder for the files of a suite. */
export function useFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-fuzz-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return (name) => join(folder, name);
}
