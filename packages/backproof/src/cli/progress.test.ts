import type { Progress } from '@backproof/aws';
import { expect, it, jest } from '@jest/globals';
import { progressDisplay } from './progress.js';

const scope = { partition: 'aws', accountId: '111111111111', region: 'ap-southeast-2' };
const page = { type: 'pageRead', scope, service: 'elasticfilesystem', kinds: [] } as const;
const read = { type: 'readingRead', scope, service: 'elasticfilesystem' } as const;

/** What a display writes to a terminal of 80 columns, piece by piece; each step is given the time to be drawn. */
async function drawn(steps: readonly Progress[], { isTTY = true, TERM = 'xterm' } = {}): Promise<readonly string[]> {
  const texts: string[] = [];
  const write = (text: string | Uint8Array): boolean => texts.push(String(text)) > 0;
  const stream = Object.assign(Object.create(process.stderr) as NodeJS.WriteStream, { isTTY, columns: 80, write });
  jest.useFakeTimers();
  try {
    const display = await progressDisplay(stream, { TERM });
    for (const step of steps) {
      display.show(step);
      jest.advanceTimersByTime(1_000);
    }
    display.stop();
  } finally {
    jest.useRealTimers();
  }
  return texts;
}

it('the bar is empty at first, never above its total, and full only at the end, which takes it away', async () => {
  const lines = await drawn([{ type: 'started', readings: 2 }, page, read, page, read]);
  const shown = lines.filter((text) => text.includes('%'));
  expect([...new Set(shown.map((text) => text.replace(/^.*?([█░]+ \d+ %).*$/su, '$1')))]).toEqual([
    '░░░░░░░░░░░░░░░░░░░░ 0 %',
    '██████░░░░░░░░░░░░░░ 33 %',
    '█████████████░░░░░░░ 66 %',
  ]);
});

it('what is being read fits in 80 columns', async () => {
  const line = (await drawn([{ type: 'started', readings: 1 }, page])).find((text) => text.includes('reading'));
  expect(line).toContain('reading 111111111111 ap-southeast-2 elasticfilesystem');
  expect(line?.length).toBeLessThanOrEqual(80);
});

it.each([{ isTTY: false }, { TERM: 'dumb' }])('nothing is drawn with %j', async (where) => {
  const scopeRead = { type: 'scopeRead', scope, calls: 1 } as const;
  expect(await drawn([{ type: 'started', readings: 1 }, page, read, scopeRead], where)).toEqual([
    'read 111111111111 ap-southeast-2 with 1 call\n',
  ]);
});
