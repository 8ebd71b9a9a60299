import type { Progress } from '@backproof/aws';
import { count } from '@backproof/core';
import type { Options } from 'cli-progress';

/** Shows what a scan is doing, and takes itself off the screen when it is done. */
export interface ProgressDisplay {
  readonly show: (progress: Progress) => void;
  readonly stop: () => void;
}

/** A live line on a terminal that can redraw it; elsewhere, as in a CI log, a line for each scope that was read. */
export async function progressDisplay(
  stream: NodeJS.WriteStream,
  { TERM }: NodeJS.ProcessEnv = process.env,
): Promise<ProgressDisplay> {
  return stream.isTTY && TERM !== 'dumb' ? liveDisplay(stream) : plainDisplay(stream);
}

function plainDisplay(stream: NodeJS.WritableStream): ProgressDisplay {
  return {
    show: (progress) => {
      if (progress.type !== 'scopeRead') return;
      const { accountId, region } = progress.scope;
      stream.write(`read ${accountId} ${region} with ${count(progress.calls, 'call')}\n`);
    },
    stop: () => undefined,
  };
}

/** The bar and what is being read fit in 80 columns together, whatever the account, the Region and the service. */
const LINE = {
  format: '{bar} {percentage} %  {doing}',
  barsize: 20,
  // A bar that is rounded up looks full before it is.
  formatBar: (progress: number, { barsize = 0 }: Options) => {
    const done = Math.floor(progress * barsize);
    return '█'.repeat(done) + '░'.repeat(barsize - done);
  },
  clearOnComplete: true,
} as const satisfies Options;

async function liveDisplay(stream: NodeJS.WritableStream): Promise<ProgressDisplay> {
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({ ...LINE, stream });
  let left = 0;
  // One step more than there is to read: to judge it.
  bar.start(1, 0, { doing: 'identifying the caller' });
  return {
    show: (progress) => {
      if (progress.type === 'started') {
        left = progress.readings;
        bar.setTotal(left + 1);
      } else if (progress.type === 'pageRead') {
        const { accountId, region } = progress.scope;
        bar.update({ doing: `reading ${accountId} ${region} ${progress.service}` });
      } else if (progress.type === 'readingRead') {
        left -= 1;
        bar.increment();
        if (left === 0) bar.update({ doing: 'judging' });
      }
    },
    stop: () => {
      bar.stop();
    },
  };
}
