import type { Progress } from '@backproof/aws';
import { scopeKey } from '@backproof/core';

/** Shows what a scan is doing, and takes itself off the screen when it is done. */
export interface ProgressDisplay {
  readonly show: (progress: Progress) => void;
  readonly stop: () => void;
}

/** A live line on a terminal; elsewhere, as in a CI log, a line for each scope that was read. */
export async function progressDisplay(stream: NodeJS.WriteStream): Promise<ProgressDisplay> {
  return stream.isTTY ? liveDisplay(stream) : plainDisplay(stream);
}

function plainDisplay(stream: NodeJS.WritableStream): ProgressDisplay {
  return {
    show: (progress) => {
      if (progress.type !== 'scopeRead') return;
      const { accountId, region } = progress.scope;
      stream.write(`read ${accountId} ${region} with ${progress.calls} call${progress.calls === 1 ? '' : 's'}\n`);
    },
    stop: () => undefined,
  };
}

async function liveDisplay(stream: NodeJS.WritableStream): Promise<ProgressDisplay> {
  const { Presets, SingleBar } = await import('cli-progress');
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} readings, scopes: {scopes}, pages: {pages}  {doing}',
      stream,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  const scopes = new Set<string>();
  let [readings, pages] = [0, 0];
  bar.start(0, 0, { scopes: 0, pages: 0, doing: 'identifying the caller' });
  return {
    show: (progress) => {
      const where = `${progress.scope.accountId} ${progress.scope.region}`;
      if (progress.type === 'scopeStarted') {
        scopes.add(scopeKey(progress.scope));
        readings += progress.readings;
        bar.setTotal(readings);
        bar.update({ scopes: scopes.size });
      }
      if (progress.type === 'pageRead') {
        pages += 1;
        bar.update({ pages, doing: `${where} ${progress.service}` });
      }
      if (progress.type === 'populationRead') bar.increment();
    },
    stop: () => {
      bar.stop();
    },
  };
}
