import { describe, expect, it } from '@jest/globals';
import { stderrOf } from './fresh-node.fixture.js';
import { scanSignal } from './scan-signal.js';

/** What Node says on stderr about twenty listeners to a signal. */
function complaintsAbout(signal: string): Promise<string> {
  return stderrOf(`
    import { scanSignal } from './scan-signal.js';
    const signal = ${signal};
    for (let n = 0; n < 20; n++) signal.addEventListener('abort', () => n);`);
}

describe('the signal of a scan', () => {
  it('is aborted with the signal that it follows, and for its reason', () => {
    const controller = new AbortController();
    const signal = scanSignal(controller.signal);
    expect(signal.aborted).toBe(false);
    controller.abort('enough');
    expect(signal.reason).toBe('enough');
  });

  it('takes any number of listeners without a word, unlike others', async () => {
    expect(await complaintsAbout('new AbortController().signal')).toContain('MaxListenersExceededWarning');
    expect(await complaintsAbout('scanSignal(undefined)')).toBe('');
  });
});
