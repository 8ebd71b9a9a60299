import { startSandbox } from '@backproof/sandbox';
import { answerWith } from '../child.js';
import { restoredEstate } from './estate.js';
import type { HistorySize } from './estate.js';

/** Serves an estate of restores, and throttles as AWS does. */
answerWith(async (size: HistorySize) => {
  const { url, credentials } = await startSandbox({ world: restoredEstate(size) });
  return { url, credentials };
});
