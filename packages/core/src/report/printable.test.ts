import { describe, expect, it } from '@jest/globals';
import { printable } from './printable.js';

describe('printable', () => {
  it.each([
    ['plain text, {braces} and \\ stay', 'plain text, {braces} and \\ stay'],
    ['a\u001b[0mb', 'a\\u{1b}[0mb'],
    ['a\nb\tc', 'a\\u{a}b\\u{9}c'],
    ['\u202eab', '\\u{202e}ab'],
    ['::error::x', '\\u{3a}:error::x'],
    ['arn:aws:ec2:eu-west-1::image/ami-1', 'arn:aws:ec2:eu-west-1::image/ami-1'],
    ['##vso[x] ##[y] ###[z]', '#\\u{23}vso[x] #\\u{23}[y] ##\\u{23}[z]'],
    ['half \ud800 of one', 'half \\u{d800} of one'],
    ['issue #1 ## heading', 'issue #1 ## heading'],
  ])('writes %j as %j', (text, written) => {
    expect(printable(text)).toBe(written);
  });
});
