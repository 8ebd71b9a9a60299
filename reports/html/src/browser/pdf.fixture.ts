/** A PDF as its outline tells it: where each heading stands. */
export interface PdfOutline {
  readonly pages: number;
  /** Width and height of the first page, in points. */
  readonly size: readonly [number, number];
  /** The headings in their order: on which page, from 1, and how far from its top, in points. */
  readonly headings: readonly { readonly title: string; readonly page: number; readonly fromTop: number }[];
}

/** Reads a PDF that Chromium printed with an outline: it writes pages and outline as plain objects. */
export function pdfOutline(pdf: Buffer): PdfOutline {
  const text = pdf.toString('latin1');
  const objects = new Map(
    [...text.matchAll(/^(\d+) 0 obj\s([\s\S]*?)endobj/gm)].map(([, id = '', body = '']) => [id, body]),
  );
  const kids = /\/Type \/Pages\s+\/Count \d+\s+\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);
  const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  const headings = [...objects.values()].flatMap((body) => {
    const [, title, page, y] = /\/Title \(([^)]*)\)\s+\/Dest \[(\d+) 0 R \/XYZ [\d.]+ ([\d.]+)/.exec(body) ?? [];
    if (title === undefined || page === undefined || y === undefined) return [];
    return [{ title, page: pages.indexOf(page) + 1, fromTop: Number(height) - Number(y) }];
  });
  return { pages: pages.length, size: [Number(width), Number(height)], headings };
}
