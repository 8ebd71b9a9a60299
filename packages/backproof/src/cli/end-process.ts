import type { Writable } from 'node:stream';

/**
 * Ends the process with its exit code once its outputs are written. Without it, a retry of a call that was given up would
 * hold the process up to twenty seconds: nothing wakes the SDK from its pause.
 */
export async function endProcess(): Promise<never> {
  await Promise.all([written(process.stdout), written(process.stderr)]);
  process.exit();
}

/** Waits until a stream has taken what was written to it so far, or cannot any more. */
async function written(stream: Writable): Promise<void> {
  if (!stream.writable) return;
  await new Promise<void>((resolve) => {
    stream.write('', () => {
      resolve();
    });
  });
}
