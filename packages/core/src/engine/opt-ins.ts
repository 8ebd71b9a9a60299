import type { GlobalSettings } from '../model/backup-plan.js';
import type { Inventory } from '../model/inventory.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import type { OptIns } from '../semantics/opt-in.js';

type Place = Pick<Scope, 'accountId' | 'region'>;

/**
 * Finds the opt-ins that plans of a scope follow: its own and, if it was scanned, those of the management account.
 * @source Developer Guide, manage-cross-account
 */
export function optInFinder({
  regionSettings,
  accounts,
}: Pick<Inventory, 'regionSettings' | 'accounts'>): (place: Place) => OptIns {
  const settings = new Map(regionSettings.map((ofScope) => [scopeKey(ofScope.scope), ofScope]));
  const placeOfManagement = managementPlaces(accounts);
  return (place) => {
    const own = settings.get(scopeKey(place));
    const management = settings.get(placeOfManagement(place));
    return { ...(own && { optIn: own.optIn }), ...(management && { organizationOptIn: management.optIn }) };
  };
}

/**
 * Finds the settings of the organization that apply in a scope: the management account's, which makes them, or what the
 * scope itself shows of them.
 * @source Developer Guide, create-cross-account-backup: the management account enables cross-account backup
 */
export function globalSettingsFinder({
  globalSettings,
  accounts,
}: Pick<Inventory, 'globalSettings' | 'accounts'>): (place: Place) => GlobalSettings | undefined {
  const settings = new Map(globalSettings.map((ofScope) => [scopeKey(ofScope.scope), ofScope]));
  const placeOfManagement = managementPlaces(accounts);
  return (place) => settings.get(placeOfManagement(place)) ?? settings.get(scopeKey(place));
}

/** Finds the management account's scope in the same Region, by its key; of an unknown account none. */
function managementPlaces(accounts: Inventory['accounts']): (place: Place) => string {
  const accountId = accounts.find(({ isManagement }) => isManagement)?.accountId ?? '';
  return ({ region }) => scopeKey({ accountId, region });
}
