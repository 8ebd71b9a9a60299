import { Agent } from 'node:http';
import { answerWith } from '../child.js';
import { fetchPage } from './page.js';
import type { Served } from './server.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';

const REQUESTS_AT_ONCE = 20;

/** What nobody can do without: fetches each page with plain `http` and parses those that are JSON. */
answerWith(async ({ pages, request: { endpointUrl } }: Pick<Served, 'pages' | 'request'>): Promise<Cost> => {
  const agent = new Agent({ keepAlive: true, maxSockets: REQUESTS_AT_ONCE });
  const waiting = pages.values();
  const cost = stopwatch();
  await Promise.all(
    Array.from({ length: REQUESTS_AT_ONCE }, async () => {
      for (const page of waiting) {
        const { contentType, bytes } = await fetchPage(endpointUrl, page, agent);
        const content = bytes.toString('utf8');
        if (contentType.includes('json')) JSON.parse(content);
      }
    }),
  );
  const measured = cost();
  agent.destroy();
  return measured;
});
