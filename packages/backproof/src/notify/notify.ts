import { setTimeout } from 'node:timers/promises';
import { legibleJson } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import { knownWord } from '../cli/option-values.js';
import { note, warn } from '../cli/say.js';
import { UsageError } from '../cli/usage-error.js';
import { slackBody, teamsBody } from './bodies.js';
import { linkOf, newsOf } from './news.js';
import type { News } from './news.js';

/** The ways to notify people, each with the form of its messages. */
const BODIES = { slack: slackBody, teams: teamsBody, webhook: (news: News): object => news };

type Channel = keyof typeof BODIES;

const CHANNELS = ['slack', 'teams', 'webhook'] as const satisfies readonly Channel[];

/** The waits between attempts, in milliseconds. */
const WAITS = [1_000, 3_000];

const TIMEOUT_MS = 10_000;

/** A channel with its URL, which is a secret: whoever has it can post. */
export interface Recipient {
  readonly channel: Channel;
  readonly url: string;
}

/** @throws UsageError if a channel is not known, or the environment has no URL for it */
export function recipientsOf(channels: readonly string[] = []): readonly Recipient[] {
  const known = channels.map((text) => knownWord('channel', text, CHANNELS));
  return [...new Set(known)].map((channel) => {
    const variable = `BACKPROOF_${channel.toUpperCase()}_URL`;
    const url = process.env[variable] ?? '';
    if (/^https?:\/\//.test(url) && URL.canParse(url)) return { channel, url };
    throw new UsageError(`--notify ${channel} needs its URL in the environment variable ${variable}.`);
  });
}

/** Sends the news of a run, if there are any. A failure is said, and changes neither the verdict nor the exit code. */
export async function notify(recipients: readonly Recipient[], run: ReportedRun): Promise<void> {
  if (recipients.length === 0) return;
  const news = newsOf(run, linkOf(process.env));
  if (news === undefined) return;
  for (const recipient of recipients) {
    const { channel } = recipient;
    const fault = await sendAgain(recipient, news);
    if (fault === undefined) note(`notified ${channel}`);
    else warn(`cannot notify ${channel}: ${fault}. The exit code is that of the gate.`);
  }
}

/** Sends until it succeeds or cannot; gives the fault of the last attempt. */
async function sendAgain({ channel, url }: Recipient, news: News): Promise<string | undefined> {
  const body = legibleJson(BODIES[channel](news));
  let fault = await send(url, body);
  for (const wait of WAITS) {
    if (fault?.isLasting !== false) break;
    await setTimeout(wait);
    fault = await send(url, body);
  }
  return fault?.text;
}

interface Fault {
  readonly text: string;
  /** True: it would be the same the next time. */
  readonly isLasting: boolean;
}

/** Sends once. A fault never contains the URL. */
async function send(url: string, body: string): Promise<Fault | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (response.ok) return undefined;
    return { text: `HTTP ${response.status}`, isLasting: response.status < 500 && response.status !== 429 };
  } catch (error) {
    return { text: codeOf(error), isLasting: false };
  }
}

/** The code of an error of the network; its message may contain the URL. */
function codeOf(error: unknown): string {
  const { name, cause } = error instanceof Error ? error : new Error();
  if (name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no connection';
}
