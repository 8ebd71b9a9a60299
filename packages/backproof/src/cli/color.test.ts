import { describe, expect, it } from '@jest/globals';
import { usesColor } from './color.js';

const terminal = { isTTY: true };
const pipe = { isTTY: false };
const TERM = 'xterm-256color';

describe('colour', () => {
  it.each<[NodeJS.ProcessEnv, atTerminal: boolean, inPipe: boolean]>([
    [{ TERM }, true, false],
    [{ TERM: 'dumb' }, false, false],
    [{ TERM, NO_COLOR: '1' }, false, false],
    [{ TERM, FORCE_COLOR: '0' }, false, false],
    [{ TERM, FORCE_COLOR: 'false' }, false, false],
    [{ TERM, FORCE_COLOR: '' }, true, true],
    [{ TERM, FORCE_COLOR: '1' }, true, true],
    [{ TERM: 'dumb', FORCE_COLOR: '2' }, true, true],
    [{ TERM, FORCE_COLOR: '3' }, true, true],
  ])('with %j: at a terminal %s, in a pipe %s', (env, atTerminal, inPipe) => {
    expect(usesColor(terminal, {}, env)).toBe(atTerminal);
    expect(usesColor(pipe, {}, env)).toBe(inPipe);
  });

  it('is as the flags say, whatever the environment', () => {
    expect(usesColor(pipe, { color: true }, { TERM: 'dumb', NO_COLOR: '1' })).toBe(true);
    expect(usesColor(terminal, { color: false }, { TERM, FORCE_COLOR: '3' })).toBe(false);
  });
});
