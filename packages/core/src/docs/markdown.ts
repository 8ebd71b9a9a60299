/** A table with its columns aligned. A bar in a cell is escaped. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = heading.map((_, i) => Math.max(3, ...lines.map((row) => row[i]?.length ?? 0)));
  const [head = '', ...body] = lines.map((row) => rowLine(row.map((cell, i) => cell.padEnd(widths[i] ?? 0))));
  return [head, rowLine(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}

function rowLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A text set as code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** The text under a heading of the second level, up to the next one; undefined if there is no such heading. */
export function sectionOf(page: string, heading: string): string | undefined {
  const [, ...sections] = `\n${page}`.split('\n## ');
  const section = sections.find((each) => each.startsWith(`${heading}\n`));
  return section?.slice(heading.length).trim();
}
