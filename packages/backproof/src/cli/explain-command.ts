import { count, goneStory, resourceStory } from '@backproof/core';
import type { ActiveRule, FixForm, Inventory, ReportedRun, ResourceStory } from '@backproof/core';
import { renderGoneStory, renderStory } from '@backproof/report-terminal';
import type { Command } from 'commander';
import { activeRules } from '../config/settings.js';
import { usesColor } from './color.js';
import type { ColorFlag } from './color.js';
import { columnsOf } from './columns.js';
import { EXIT } from './exit-code.js';
import { fixesInLines } from './fix-lines.js';
import type { ReadingFlags } from './program/flags.js';
import { resourcesMeant } from './resources-meant.js';
import type { MeantResource } from './resources-meant.js';
import { note, warn } from './say.js';
import { evaluateSaved, scanWithProgress } from './scan-results.js';
import { settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';

interface ExplainFlags {
  readonly inventory?: string;
  /** The form in which the fixes of its failures are printed; true: the AWS CLI. */
  readonly fix?: FixForm | true;
}

/** `backproof explain`: prints the story of one resource, or the resources that its argument may mean. */
export async function explainCommand(text: string, command: Command, signal: AbortSignal): Promise<number> {
  const flags = command.optsWithGlobals<ReadingFlags & ColorFlag & ExplainFlags>();
  const settings = await settingsOf(command);
  const { inventory, run } =
    flags.inventory === undefined
      ? await scanWithProgress(flags, settings, signal, 'read')
      : await evaluateSaved(flags.inventory, flags, settings);
  const form = flags.fix === true ? 'cli' : flags.fix;
  const fixes = form && { rules: activeRules(settings), form };
  const look = { color: usesColor(process.stdout, flags), width: columnsOf(process.stdout) };
  const meant = resourcesMeant(text, inventory, run);
  const story =
    storyOf(text, inventory, run, { look, fixes }) ??
    (meant.length === 1 ? storyOf(meant[0]?.arn ?? '', inventory, run, { look, fixes }) : undefined);
  if (story !== undefined) {
    for (const piece of story) process.stdout.write(piece);
    return EXIT.clean;
  }
  if (meant.length === 0) throw new UsageError(notSeen(text, inventory));
  listMeant(text, meant);
  return EXIT.usage;
}

interface Telling {
  readonly look: Parameters<typeof renderStory>[1];
  /** Absent: no fixes. */
  readonly fixes: { readonly rules: readonly ActiveRule[]; readonly form: FixForm } | undefined;
}

/** The story of a resource, or what is left of one that the scan did not list; undefined if nothing is known of it. */
function storyOf(
  arn: string,
  inventory: Inventory,
  run: ReportedRun,
  { look, fixes }: Telling,
): Iterable<string> | undefined {
  const story = resourceStory(inventory, run, arn);
  if (story !== undefined) return toldWith(story, { look, fixes });
  const gone = goneStory(inventory, run, arn);
  return gone && renderGoneStory(gone, look);
}

function* toldWith(story: ResourceStory, { look, fixes }: Telling): Generator<string> {
  yield* renderStory(story, look);
  if (fixes === undefined) return;
  // Commands are copied: they are not wrapped.
  for (const line of fixesInLines(story, fixes.rules, fixes.form)) yield `${line}\n`;
}

/** The number of resources that are listed. */
const LISTED = 20;

function listMeant(text: string, meant: readonly MeantResource[]): void {
  warn(`${JSON.stringify(text)} fits ${count(meant.length, 'resource')}. Name one of them by its ARN:`);
  for (const { type, name, arn } of meant.slice(0, LISTED)) note(`  ${type} ${name}  ${arn}`);
  if (meant.length > LISTED) note(`  and ${count(meant.length - LISTED, 'more resource')}`);
}

function notSeen(text: string, { scopes }: Inventory): string {
  const places = scopes.map(({ accountId, region }) => `${accountId} ${region}`).join(', ');
  return `resource ${JSON.stringify(text)} not found in ${places}. Check its name or ARN, the account and the Region.`;
}
