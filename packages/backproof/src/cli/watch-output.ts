import { EXIT } from './exit-code.js';

/**
 * Watches standard output. Its reader may close it early (`| head`), which is no error; a full disk is one, and is reported.
 * An error in standard error itself cannot be reported.
 *
 * @returns a function that returns true if standard output lost something
 */
export function watchOutput(): () => boolean {
  let isLost = false;
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    isLost = true;
    process.stderr.write(`backproof: cannot write to standard output: ${error.message}\n`);
    // The command may have ended before the error came.
    process.exitCode = EXIT.incomplete;
  });
  return () => isLost;
}
