import { goneStory, resourceStory } from '@backproof/core';
import type { Inventory, ReportedRun } from '@backproof/core';
import { renderGoneStory, renderStory } from '@backproof/report-terminal';
import type { Command } from 'commander';
import { usesColor } from './color.js';
import type { ColorFlag } from './color.js';
import { EXIT } from './exit-code.js';
import type { ReadingFlags } from './program/flags.js';
import { evaluateSaved, scanWithProgress } from './scan-results.js';
import { settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';

/** `backproof explain`: prints the story of one resource. */
export async function explainCommand(arn: string, command: Command, signal: AbortSignal): Promise<number> {
  const flags = command.optsWithGlobals<ReadingFlags & ColorFlag & { readonly inventory?: string }>();
  const settings = await settingsOf(command);
  const { inventory, run } =
    flags.inventory === undefined
      ? await scanWithProgress(flags, settings, signal, 'read')
      : await evaluateSaved(flags.inventory, flags, settings);
  for (const piece of explained(arn, inventory, run, usesColor(process.stdout, flags))) process.stdout.write(piece);
  return EXIT.clean;
}

/** The story of a resource, or what is left of one that the scan did not list. @throws UsageError if nothing is known of it */
function explained(arn: string, inventory: Inventory, run: ReportedRun, color: boolean): Iterable<string> {
  const story = resourceStory(inventory, run, arn);
  if (story !== undefined) return renderStory(story, { color });
  const gone = goneStory(inventory, run, arn);
  if (gone === undefined) throw new UsageError(notSeen(arn, inventory));
  return renderGoneStory(gone, { color });
}

function notSeen(arn: string, { resources, scopes }: Inventory): string {
  const named = resources.filter(
    ({ name, arn: other }) => name === arn || other.endsWith(`/${arn}`) || other.endsWith(`:${arn}`),
  );
  if (named.length > 0) return `"${arn}" is not an ARN. Did you mean ${named.map((one) => one.arn).join(' or ')}?`;
  const places = scopes.map(({ accountId, region }) => `${accountId} ${region}`).join(', ');
  return `resource "${arn}" not found in ${places}. Check the ARN, the account and the Region.`;
}
