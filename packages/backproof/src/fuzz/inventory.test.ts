import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sha256 } from '@backproof/core';
import { beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { always, expectDocumented, run, useFolder } from './fuzz.fixture.js';
import { damaged, damages, mutated, mutations } from './mutations.fixture.js';

const inFolder = useFolder();
const [CLEAN, MUTATED] = [inFolder('clean.gz'), inFolder('mutated.gz')];
const ESTATES = ['china', 'remembered', 'partial'];
const evaluate = (path: string) => run(['evaluate', path, '--unknown', 'allow', '--fail-on', 'never']);

const lines = new Map<string, readonly string[]>();

beforeAll(async () => {
  for (const estate of ESTATES) {
    await run(['scan', '--sandbox', estate, '--save-inventory', CLEAN]);
    lines.set(estate, gunzipSync(readFileSync(CLEAN)).toString().trimEnd().split('\n'));
  }
});

/** An inventory whose footer fits its lines: one that somebody made. */
function sealed(before: readonly string[]): string {
  const hash = sha256(before.map((line) => `${line}\n`));
  const footer = JSON.stringify({ end: 'backproof-inventory', lines: before.length, sha256: hash });
  return [...before, footer, ''].join('\n');
}

const places = fc.record({ estate: fc.constantFrom(...ESTATES), line: fc.nat(), mutation: mutations });

function mutatedLines({
  estate,
  line,
  mutation,
}: {
  estate: string;
  line: number;
  mutation: Parameters<typeof mutated>[1];
}) {
  const all = lines.get(estate) ?? [];
  const at = line % (all.length - 1);
  const changed = JSON.stringify(mutated(JSON.parse(all[at] ?? ''), mutation));
  return { all, changed: all.with(at, changed) };
}

describe('an inventory', () => {
  it('that is damaged is refused, or judged as if it were not', async () => {
    await always(fc.record({ estate: fc.constantFrom(...ESTATES), damage: damages }), async ({ estate, damage }) => {
      writeFileSync(CLEAN, gzipSync((lines.get(estate) ?? []).join('\n')));
      writeFileSync(MUTATED, damaged(readFileSync(CLEAN), damage));
      const ended = await evaluate(MUTATED);
      expectDocumented(ended, [0, 2, 3]);
      if (ended.code !== 2 && ended.stdout !== (await evaluate(CLEAN)).stdout) throw new Error('judged otherwise');
    });
  });

  it('of which a line was changed is refused', async () => {
    await always(places, async (place) => {
      const { all, changed } = mutatedLines(place);
      writeFileSync(MUTATED, gzipSync(changed.join('\n')));
      expectDocumented(await evaluate(MUTATED), changed.join() === all.join() ? [0, 3] : [2]);
    });
  });

  it('that somebody made is judged or refused, and never ends in a crash', async () => {
    await always(fc.array(places, { minLength: 1, maxLength: 4 }), async ([first, ...others]) => {
      if (first === undefined) return;
      const { changed } = mutatedLines(first);
      const all = others.reduce((made, { line, mutation }) => {
        const at = line % (made.length - 1);
        const before: unknown = (() => {
          try {
            return JSON.parse(made[at] ?? '') as unknown;
          } catch {
            return {};
          }
        })();
        return made.with(at, JSON.stringify(mutated(before, mutation)));
      }, changed);
      writeFileSync(MUTATED, gzipSync(sealed(all.slice(0, -1))));
      expectDocumented(await evaluate(MUTATED), [0, 2, 3]);
    });
  });
});
