import { describe, expect, it } from '@jest/globals';
import { ArnColumn, NumberColumn, StringPool } from './columns.js';

describe('NumberColumn', () => {
  it.each(['float64', 'uint32', 'uint8'] as const)('of %s gives 0 for what was never set', (type) => {
    const column = new NumberColumn(type);
    column.set(40_000, 7);
    expect([0, 39_999, 40_000, 40_001, 1_000_000].map((row) => column.get(row))).toEqual([0, 0, 7, 0, 0]);
  });

  it('sets a 0 like any other value', () => {
    const column = new NumberColumn('uint32');
    column.set(3, 7);
    column.set(3, 0);
    expect(column.get(3)).toBe(0);
  });

  it('keeps values on both sides of the end of a segment', () => {
    const column = new NumberColumn('float64');
    for (const row of [16_383, 16_384]) column.set(row, row + 0.5);
    expect([16_383, 16_384].map((row) => column.get(row))).toEqual([16_383.5, 16_384.5]);
  });

  it('takes a new order, and forgets the rows that are not in it', () => {
    const column = new NumberColumn('uint32');
    for (const [row, value] of [5, 6, 7].entries()) column.set(row, value);
    column.set(20_000, 8);
    column.reorder(Uint32Array.of(20_000, 2, 9, 0));
    expect([0, 1, 2, 3, 4, 20_000].map((row) => column.get(row))).toEqual([8, 7, 0, 5, 0, 0]);
  });
});

describe('StringPool', () => {
  it('holds each string once and tells no string from an empty one', () => {
    const pool = new StringPool();
    const texts = ['', 'a', undefined, 'a', '__proto__', 'constructor'];
    const numbers = texts.map((text) => pool.numberOf(text));
    expect(numbers).toEqual([1, 2, 0, 2, 3, 4]);
    expect(numbers.map((number) => pool.get(number))).toEqual(texts);
    expect(pool.size).toBe(5);
  });

  it('gives the numbers of its strings in the order of the strings', () => {
    const pool = new StringPool();
    for (const text of ['b', '', 'ä', 'a']) pool.numberOf(text);
    expect(pool.sorted()).toEqual([2, 4, 1, 3]);
  });

  it('finds only what it holds', () => {
    const pool = new StringPool();
    pool.numberOf('a');
    expect([pool.find('a'), pool.find('b'), pool.find('toString')]).toEqual([1, 0, 0]);
  });
});

describe('ArnColumn', () => {
  const odd = {
    'an image': 'arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0',
    'a point with colons': 'arn:aws:backup:eu-west-1:111111111111:recovery-point:continuous:vault:1b2c',
    'no separator': 'plainword',
    'nothing at all': '',
    'a separator at the end': 'arn:aws:ec2:eu-west-1::image/',
    'latin letters with accents': 'arn:aws:x:::thing/café-ÿ',
    'letters beyond latin': 'arn:aws:x:::thing/резервная',
    'letters beyond latin before the last separator': 'arn:aws:x:::備份/1',
    'an emoji': 'arn:aws:x:::thing/🗄',
    'a suffix of 255 characters': `arn:aws:x:::thing/${'a'.repeat(255)}`,
    'a suffix of 256 characters': `arn:aws:x:::thing/${'a'.repeat(256)}`,
    'a NUL character': 'arn:aws:x:::thing/a\u0000b',
  };

  it.each(Object.entries(odd))('gives back %s', (_, arn) => {
    const column = new ArnColumn();
    column.set(0, 'arn:aws:ec2:eu-west-1::image/ami-before');
    column.set(1, arn);
    column.set(2, 'arn:aws:ec2:eu-west-1::image/ami-after');
    expect([0, 1, 2].map((row) => column.get(row))).toEqual([
      'arn:aws:ec2:eu-west-1::image/ami-before',
      arn,
      'arn:aws:ec2:eu-west-1::image/ami-after',
    ]);
  });

  it('takes a new order', () => {
    const column = new ArnColumn();
    const arns = Object.values(odd);
    for (const [row, arn] of arns.entries()) column.set(row, arn);
    column.reorder(Uint32Array.from(arns.keys()).reverse());
    expect(arns.map((_, row) => column.get(row))).toEqual(arns.toReversed());
  });

  it('gives back every suffix across the end of a block of bytes', () => {
    const column = new ArnColumn();
    const arnOf = (row: number) => `arn:aws:x:::thing/${String(row).padStart(200, '-')}`;
    // A block holds 2^20 bytes, which 200 does not divide: 5,243 rows need a second one.
    for (let row = 0; row < 5_300; row++) column.set(row, arnOf(row));
    const wrong = Array.from({ length: 5_300 }, (_, row) => row).filter((row) => column.get(row) !== arnOf(row));
    expect(wrong).toEqual([]);
  });
});
