import { once } from 'node:events';
import { EXIT } from './exit-code.js';
import { estateAt, estateNamed } from './estates.js';
import { instant, port } from './option-values.js';
import { sandboxRole } from './scan-options.js';
import { UsageError } from './usage-error.js';

/** The flags of `backproof sandbox`. */
export interface SandboxFlags {
  readonly port: string;
  readonly estate: string;
  readonly at?: string;
}

/** `backproof sandbox`: keeps an estate of the embedded AWS running until it is interrupted, for other tools to use. */
export async function sandboxCommand(flags: SandboxFlags, signal: AbortSignal): Promise<number> {
  const { startSandbox } = await import('@backproof/sandbox');
  const estate = await estateNamed(flags.estate);
  const { world, title } = flags.at === undefined ? estate : estateAt(estate, instant(flags.at, '--at'));
  const sandbox = await startSandbox({ world, port: port(flags.port) }).catch((error: unknown) => {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot serve the sandbox: ${cause}. Choose another --port, or 0 for a free one.`, {
      cause: error,
    });
  });
  const roles = world.accounts.map(({ id }) => ` --role-arn ${sandboxRole(world.partition, id)}`).join('');
  process.stdout.write(`${title}
The time in it is ${new Date(world.now).toISOString()}. Point any AWS client at it:

export AWS_ENDPOINT_URL=${sandbox.url}
export AWS_ACCESS_KEY_ID=${sandbox.credentials.accessKeyId} AWS_SECRET_ACCESS_KEY=${sandbox.credentials.secretAccessKey}
export AWS_REGION=${world.regions[0] ?? ''} AWS_DEFAULT_REGION=${world.regions[0] ?? ''}
backproof scan --all-regions --now ${new Date(world.now).toISOString()}${roles}

Stop it with Ctrl+C.
`);
  await once(signal, 'abort');
  await sandbox.close();
  return EXIT.clean;
}
