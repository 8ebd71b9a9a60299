/** The tables and texts of a page, as a reader sees them. */
export interface PageText {
  /** The rows of the tables whose caption is this, or this and "continued"; each row by the titles of its columns. */
  readonly table: (caption: string) => readonly Readonly<Record<string, string>>[];
  /** The text of the section with this id. */
  readonly section: (id: string) => string;
  /** The figures at the top, by their words. */
  readonly figures: Readonly<Record<string, string>>;
}

/** Reads a page that Backproof wrote: its markup is regular, and other tests validate it. */
export function pageText(html: string): PageText {
  const tables = all(/<table role="table"><caption>(.*?)<\/caption>(.*?)<\/table>/gs, html).map(
    ([, caption, body]) => ({
      caption: textOf(caption),
      rows: rowsOf(body ?? ''),
    }),
  );
  const figures = all(/<li><span class="value">(.*?)<\/span>(.*?)<\/li>/gs, html).map(([, value, word]) => [
    textOf(word),
    textOf(value),
  ]);
  return {
    table: (caption) =>
      tables.filter((each) => each.caption.replace(/, continued$/, '') === caption).flatMap(({ rows }) => rows),
    section: (id) => textOf(new RegExp(`<section[^>]* id="${id}".*?</section>`, 's').exec(html)?.[0]),
    figures: Object.fromEntries(figures) as Record<string, string>,
  };
}

/** The number that a cell or a sentence begins with. */
export function numberIn(text: string | undefined): number {
  return Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', ''));
}

function rowsOf(table: string): readonly Readonly<Record<string, string>>[] {
  const titles = all(/<th scope="col"[^>]*>(.*?)<\/th>/gs, table).map(([, title]) => textOf(title));
  return all(/<tr role="row"[^>]*>(.*?)<\/tr>/gs, /<tbody.*<\/tbody>/s.exec(table)?.[0] ?? '').map(([, row]) => {
    const cells = all(/<t[hd] [^>]*role="(?:rowheader|cell)"[^>]*>(.*?)<\/t[hd]>/gs, row ?? '');
    return Object.fromEntries(cells.map(([, cell], i) => [titles[i] ?? '', textOf(cell)]));
  });
}

function all(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function textOf(markup = ''): string {
  const words = markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
