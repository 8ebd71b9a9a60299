import { count, formatInstant } from '@backproof/core';
import type { Restorability } from '@backproof/core';

/** The sentence that an engineer looks for first: whether a resource can be restored, from what, and to which moment. */
export function headlineOf({ newest, isPartial }: Restorability): string {
  const more = 'not all of its backups could be read';
  if (newest === undefined) {
    return isPartial
      ? `Whether it can be restored is unknown: ${more}, and no usable one was found.`
      : 'Cannot be restored: no usable backup of it was found.';
  }
  const { at, kind, of, volumes } = newest;
  const moment = `as of ${formatInstant(at)}`;
  const rest = isPartial ? ` There may be newer backups: ${more}.` : '';
  if (volumes !== undefined) {
    const { count: all, restorable } = volumes;
    const which =
      restorable < all ? `Only ${restorable} of its ${count(all, 'volume')}` : `Its ${count(all, 'volume')}`;
    return `${which} can be restored, ${moment}. Its configuration has no backup.${rest}`;
  }
  return `Can be restored ${moment} from ${of === undefined ? `its ${kind}` : `the ${kind} of ${of}`}.${rest}`;
}
