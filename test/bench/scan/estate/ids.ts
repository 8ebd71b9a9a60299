import { createHash } from 'node:crypto';

/** 32 hexadecimal digits that follow from a name: ids as long and as different as AWS's. */
function hexId(name: string): string {
  return createHash('md5').update(name).digest('hex');
}

/** An id of EC2, EFS or FSx: `vol-0123456789abcdef0`. */
export function longId(prefix: string, name: string): string {
  return `${prefix}-0${hexId(name).slice(0, 16)}`;
}

/** An id in the form of a UUID. */
export function uuid(name: string): string {
  return hexId(name).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
