/**
 * Kills the process before the operation on files of that number, `KILL_AT`, that would change one: with `--import`, for a
 * test that tries them one after the other.
 */
import fs, { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { devNull } from 'node:os';
import process from 'node:process';

const at = Number(process.env.KILL_AT);
let operations = 0;

function beforeEach(target, names, changes = () => true) {
  for (const name of names) {
    const original = target[name];
    target[name] = function (...args) {
      if (changes(...args)) operations += 1;
      if (operations === at) {
        process.kill(process.pid, 'SIGKILL');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      }
      return Reflect.apply(original, this, args);
    };
  }
}

const handle = await promises.open(devNull);
beforeEach(Object.getPrototypeOf(handle), ['write', 'writev', 'writeFile', 'sync', 'datasync', 'truncate']);
await handle.close();
beforeEach(promises, ['rename', 'link', 'unlink', 'rm', 'rmdir', 'mkdir', 'mkdtemp', 'writeFile', 'copyFile']);
beforeEach(promises, ['open'], (_path, flags = 'r') => flags !== 'r');
beforeEach(fs, ['renameSync', 'unlinkSync', 'rmSync', 'mkdirSync', 'writeFileSync', 'writeSync']);
syncBuiltinESMExports();
