import { accountOf, count, durationText, formatInstant, regionOf, vaultNameOf } from '@backproof/core';
import type { Resource, ResourceStory, RestoreInBrief } from '@backproof/core';

type Headed = Pick<ResourceStory, 'resource' | 'restorable' | 'protection'>;

/** The sentence that an engineer looks for first: whether a resource can be restored, from what, to which moment, and how fast. */
export function headlineOf({ resource, restorable: { newest, isPartial }, protection }: Headed): string {
  const more = 'not all of its backups could be read';
  if (newest === undefined) {
    return isPartial
      ? `Whether it can be restored is unknown: ${more}, and no usable one was found.`
      : 'Cannot be restored: no usable backup of it was found.';
  }
  const { at, kind, of, vaultArn, volumes } = newest;
  const moment = formatInstant(at);
  const rest = isPartial ? ` There may be newer backups: ${more}.` : '';
  const tested = testedText(protection.restores);
  if (volumes !== undefined) {
    const { count: all, restorable } = volumes;
    const which =
      restorable < all ? `Only ${restorable} of its ${count(all, 'volume')}` : `Its ${count(all, 'volume')}`;
    return `${which} can be restored, as of ${moment}; ${tested}. Its configuration has no backup.${rest}`;
  }
  const backups = of === undefined ? `its ${kind}` : `the ${kind} of ${of}`;
  const from =
    vaultArn === undefined
      ? backups
      : `${vaultText(vaultArn, resource)}${of === undefined ? '' : ` (${kind} of ${of})`}`;
  return `Can be restored to ${moment} from ${from}; ${tested}.${rest}`;
}

/** A vault by its name and place; a point that lies elsewhere than its resource is a copy. */
function vaultText(vaultArn: string, resource: Resource): string {
  const [accountId = resource.accountId, region = resource.region] = [accountOf(vaultArn), regionOf(vaultArn)];
  const isCopy = accountId !== resource.accountId || region !== resource.region;
  return `vault ${vaultNameOf(vaultArn) ?? vaultArn} in ${accountId} ${region}${isCopy ? ' (copy)' : ''}`;
}

/** The time that the newest successful restore took. The restores are newest first. */
function testedText(restores: readonly RestoreInBrief[]): string {
  const last = restores.find(
    ({ status, validationStatus = 'SUCCESSFUL' }) => status === 'COMPLETED' && validationStatus === 'SUCCESSFUL',
  );
  if (last?.durationMs === undefined) return 'no successful restore of it was seen, so how long one takes is unknown';
  return `its last successful restore took ${durationText(last.durationMs)}`;
}
