import type { Page } from 'playwright-core';

/** A colour as `#rrggbb`, and how large a part of a picture it fills. */
export type Colours = ReadonlyMap<string, number>;

/** The colours of a part of a picture, from 0 to 1 of its width. @param png as a screenshot is given */
export async function coloursIn(page: Page, png: Buffer, from = 0, to = 1): Promise<Colours> {
  const counted = await page.evaluate(
    async ([data, start, end]) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(picture, 0, 0);
      const left = Math.floor(picture.width * start);
      const width = Math.max(1, Math.floor(picture.width * (end - start)));
      const pixels = context.getImageData(left, 0, width, picture.height).data;
      const counts: Record<string, number> = {};
      for (let i = 0; i < pixels.length; i += 4) {
        const rgb = pixels.slice(i, i + 3);
        const colour = `#${[...rgb].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        counts[colour] = (counts[colour] ?? 0) + 4 / pixels.length;
      }
      return counts;
    },
    [png.toString('base64'), from, to] as const,
  );
  return new Map(Object.entries(counted));
}
