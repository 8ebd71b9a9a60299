import { printable, within } from '@backproof/core';
import type { News } from './news.js';

/** The longest line of a notification; chats refuse long messages. */
const LONGEST_LINE = 300;

/** The news as lines of text; names and messages are strangers' words. */
function linesOf({ verdict, open, violations, link }: News): readonly string[] {
  const named = violations.map(
    ({ severity, type, name, account, region, message }) =>
      `${severity}: ${type} ${name} (${account}, ${region}): ${message}`,
  );
  const more = open - violations.length;
  const lines = [`Backproof: ${verdict}`, ...named, ...(more > 0 ? [`${more} more`] : [])];
  return [...lines.map((line) => within(LONGEST_LINE, printable(line.replace(/\s+/g, ' ')))), ...(link ? [link] : [])];
}

/**
 * A message of Slack, as plain text: what is escaped can be no link, mention or command.
 *
 * @source https://docs.slack.dev/messaging/formatting-message-text: escape `&`, `<` and `>`
 */
export function slackBody(news: News): object {
  const escaped = linesOf(news).map((line) =>
    line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  );
  return { text: escaped.join('\n'), mrkdwn: false, unfurl_links: false };
}

/**
 * A message of Microsoft Teams: an Adaptive Card whose text runs have no markup.
 *
 * @source https://adaptivecards.io/explorer/TextRun.html
 */
export function teamsBody(news: News): object {
  const body = linesOf(news).map((text) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] }));
  const content = { type: 'AdaptiveCard', version: '1.4', body };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}
