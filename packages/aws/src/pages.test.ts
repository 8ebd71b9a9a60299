import { describe, expect, it } from '@jest/globals';
import { pagesBy } from './pages.js';
import { byNextToken } from './service.js';
import type { Paging } from './called-service.js';

const byMarker = { pageSize: 100, limit: 'MaxItems', token: 'Marker', next: 'NextMarker' };

/** Reads a listing whose pages give these tokens, and notes what each was asked with. */
async function read(tokens: readonly (string | undefined)[], paging: Paging = byNextToken(100), more: object = {}) {
  const inputs: unknown[] = [];
  const pages: unknown[] = [];
  const ask = (input: object) => {
    const page = { ...more, [paging.next]: tokens[inputs.length] };
    inputs.push(input);
    return Promise.resolve(page);
  };
  for await (const page of pagesBy(paging, ask)) pages.push(page);
  return { inputs, pages: pages.length };
}

describe('the pages of a listing', () => {
  it('are asked for by the members that its declaration names', async () => {
    expect(await read(['a', 'b', undefined], byMarker)).toEqual({
      inputs: [{ MaxItems: 100 }, { MaxItems: 100, Marker: 'a' }, { MaxItems: 100, Marker: 'b' }],
      pages: 3,
    });
  });

  it('end with an empty token', async () => {
    expect(await read(['a', ''])).toMatchObject({ pages: 2 });
  });

  it('may repeat what was asked, as EFS does with its marker', async () => {
    expect(await read(['a', 'b', undefined], byMarker, { Marker: 'a' })).toMatchObject({ pages: 3 });
  });

  it.each([
    ['itself', ['a']],
    ['the page before it', ['a', 'b']],
    ['a page far before it', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ['a later page, once there were others', ['x', 'y', 'z', 'a', 'b']],
  ])('are refused where a page is followed by %s', async (_, circle) => {
    const endless = Array.from({ length: 100 }, (__, index) => circle[index % circle.length]);
    await expect(read(endless)).rejects.toThrow('the token of an earlier page');
  });

  it.each([
    { story: 'without an item', items: () => [], message: '101 pages in a row without an item' },
    { story: 'with the same items', items: () => [{ id: 1 }], message: 'the items of an earlier page again' },
  ])('end where fresh tokens lead to pages $story', async ({ items, message }) => {
    const read = async () => {
      let asked = 0;
      const ask = () => Promise.resolve({ Items: items(), NextToken: `token-${String(asked++)}` });
      for await (const page of pagesBy(byNextToken(100), ask)) expect(page.Items.length).toBeLessThan(2);
    };
    await expect(read()).rejects.toMatchObject({
      name: 'EndlessListing',
      message: expect.stringContaining(message) as unknown,
    });
  });

  it('may be empty for longer the longer the listing is', async () => {
    const pages = [...Array.from({ length: 50 }, (_, id) => [{ id }]), ...Array.from({ length: 150 }, () => [])];
    let asked = 0;
    const ask = () => {
      const Items = pages[asked++] ?? [];
      return Promise.resolve({ Items, NextToken: asked === pages.length ? undefined : `token-${String(asked)}` });
    };
    for await (const page of pagesBy(byNextToken(100), ask)) expect(page.Items.length).toBeLessThan(2);
    expect(asked).toBe(200);
  });
});
