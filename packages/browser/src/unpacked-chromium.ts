import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The library unpacks into the folder for temporary files, and its shared libraries only for AWS Lambda. */
const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
const LAMBDA = 'nodejs22.x';

/** Starts Chromium with the libraries and the fonts it came with: the same pages on every machine. */
const LAUNCHER = `#!/bin/sh
here=\${0%/*}
export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_FILE="$here/fonts.conf" XDG_CACHE_HOME="$here/cache"
exec "$here/chromium" "$@"
`;
const FONTS = `<?xml version="1.0"?>
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fonts</cachedir></fontconfig>
`;

/**
 * Returns the path of the Chromium of the lockfile, for Linux on x64; `undefined` where it does not run, as on musl.
 * Its first use unpacks it beside its archive, so it goes when the lockfile names another.
 */
export async function unpackedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../../unpacked');
  if (!existsSync(home)) await unpack(home);
  const path = join(home, 'launch-chromium');
  return run(path, ['--version']).then(
    () => path,
    () => undefined,
  );
}

/** Other processes may do the same at the same time: the folder appears complete, and once. */
async function unpack(home: string): Promise<void> {
  const folder = await mkdtemp(`${home}-`);
  try {
    await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: LAMBDA },
    });
    await writeFile(join(folder, 'fonts.conf'), FONTS);
    await writeFile(join(folder, 'launch-chromium'), LAUNCHER, { mode: 0o755 });
    await rename(folder, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
