import { sha256 } from '@backproof/core';

/** A GUID derived from what it identifies, in the form of version 5, the newest that the schema of SARIF allows. */
export function guidOf(kind: string, name: string): string {
  const hex = sha256([kind, '\n', name]);
  const variant = ((parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return [...groups, hex.slice(20, 32)].join('-');
}
