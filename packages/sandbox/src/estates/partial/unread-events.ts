import { denied } from '../builders/denied.js';
import type { EstatePart } from '../builders/estate-of.js';
import { production } from '../company.js';

/** The event history of CloudTrail may not be read, so restores that AWS Backup no longer lists are unknown. */
export const unreadEvents: EstatePart = {
  world: [production.ireland, production.frankfurt].map((scope) =>
    denied(scope, { operation: 'cloudtrail:LookupEvents', status: 400 }),
  ),
};
