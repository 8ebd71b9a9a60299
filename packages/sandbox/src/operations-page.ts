import { SERVICES } from './services/services.js';

const HEADING = '## Operations';

/**
 * The page about the sandbox with its section about the operations written anew, from the services themselves.
 *
 * @param page - the page as it is; all but that section is kept
 * @throws Error if the page has no such section
 */
export async function withOperations(page: string): Promise<string> {
  const [before, section, after] = parted(page);
  if (section === undefined) throw new Error(`the page has no section "${HEADING}"`);
  return `${before}${HEADING}\n\n${await operationsTable()}\n${after}`;
}

function parted(page: string): readonly [before: string, section: string | undefined, after: string] {
  const start = page.indexOf(`${HEADING}\n`);
  if (start === -1) return [page, undefined, ''];
  const next = page.indexOf('\n## ', start + HEADING.length);
  const end = next === -1 ? page.length : next;
  return [page.slice(0, start), page.slice(start, end), page.slice(end)];
}

async function operationsTable(): Promise<string> {
  const rows: string[] = [];
  let count = 0;
  for (const { signingName, load } of SERVICES) {
    const { operations } = await load();
    const names = operations.map(({ schema }) => schema[2]).sort();
    count += names.length;
    rows.push(`| \`${signingName}\` | ${names.map((name) => `\`${name}\``).join(', ')} |`);
  }
  return [
    `It serves these ${String(count)} operations. A service has the name that its requests are signed with.`,
    '',
    '| service | operations |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
