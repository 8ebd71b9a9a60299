import { WriteStream } from 'node:tty';

/** The flag `--color` or `--no-color`. Absent: neither was given. */
export interface ColorFlag {
  readonly color?: boolean;
}

/**
 * Returns whether to use colour: as a flag says, otherwise as Node decides by `FORCE_COLOR`, `NO_COLOR` and `TERM`; without
 * `FORCE_COLOR`, at a terminal only.
 */
export function usesColor(
  { isTTY }: Pick<NodeJS.WriteStream, 'isTTY'>,
  { color }: ColorFlag,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  return color ?? ((isTTY || env.FORCE_COLOR !== undefined) && WriteStream.prototype.hasColors(env));
}
