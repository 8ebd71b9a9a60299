import type { EstatePart } from '../builders/estate-of.js';
import { legalHold } from '../builders/legal-hold.js';
import { gateway, gatewayVolume } from '../builders/storage-gateway.js';
import { production } from '../company.js';
import { dailyPlan } from './plans.js';

const volumeGateway = gateway(production.ireland, 'datacentre-volumes', 'CACHED');
const erpDisk = gatewayVolume(volumeGateway, { name: 'erp-disk', tags: { backup: 'daily' } });
const erpHistory = { plan: dailyPlan, since: 60, held: [2] };
const dispute = legalHold(production.ireland, {
  title: 'dispute with a supplier',
  of: [{ resource: erpDisk, history: erpHistory }],
});
const fileGateway = gateway(production.ireland, 'datacentre-files', 'FILE_S3');

/**
 * Storage gateways in Ireland, and a legal hold on a point of one. The file gateway is there to be left out: it has no
 * volumes.
 */
export const gateways: EstatePart = {
  world: [volumeGateway.world, fileGateway.world, dispute],
  entries: [
    {
      resource: erpDisk,
      history: [erpHistory],
      expect: 'backed-up',
      why: 'a volume of a volume gateway, with a snapshot from this morning',
      and: {
        'restore-test': {
          expect: 'not-testable',
          why: 'restore testing does not support Storage Gateway',
        },
        'replication-only': { expect: 'not-replicated', why: 'its API lists no replication' },
      },
    },
  ],
};
