import { hash } from 'node:crypto';

/** A hexadecimal id that follows from what it names, so that an estate is the same in every run. */
export function hexId(length: number, ...names: readonly string[]): string {
  return hash('sha256', names.join('\n'), 'hex').slice(0, length);
}

/** An id of EC2, EFS or FSx: a prefix and 17 hexadecimal digits, of which AWS's first is 0. */
export function longId(prefix: string, ...names: readonly string[]): string {
  return `${prefix}-0${hexId(16, prefix, ...names)}`;
}

/** An id in the form of a UUID that follows from what it names. */
export function uuid(...names: readonly string[]): string {
  return hexId(32, ...names).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
