import { buildArn } from '@backproof/core';
import type { ExpiredPoints, GoneResource, KeptTwice, Leftovers, UnjudgedFailure } from '@backproof/core';
import { home } from './place.js';
import { vaultArn } from './vault.js';

/** Nothing left over, or what is given. */
export function leftovers(fields: Partial<Leftovers> = {}): Leftovers {
  return { gone: [], expired: [], failing: [], keptTwice: [], ...fields };
}

/** A volume that is gone and left 35 recovery points, of which 30 are expired. */
export function goneResource(fields: Partial<GoneResource> = {}): GoneResource {
  const arn = buildArn({ ...home, service: 'ec2', resource: 'volume/vol-gone' });
  return { arn, type: 'EBS', usable: 5, expired: 30, ...counted(35), ...fields };
}

/** The 60 expired recovery points of two resources in the vault at home. */
export function expiredPoints(fields: Partial<ExpiredPoints> = {}): ExpiredPoints {
  return { vaultArn, resources: 2, usable: 0, expired: 60, ...counted(60), ...fields };
}

/** Three failed jobs of a bucket, which no rule judges. */
export function unjudgedFailure(fields: Partial<UnjudgedFailure> = {}): UnjudgedFailure {
  return {
    resourceArn: 'arn:aws:s3:::invoices',
    accountId: home.accountId,
    region: home.region,
    failures: 3,
    last: '2026-11-22T05:00:00.000Z',
    state: 'FAILED',
    message: 'Access denied: the IAM role does not have permissions to list buckets',
    ...fields,
  };
}

/** An instance with two volumes that are backed up with it and separately. */
export function keptTwice(fields: Partial<KeptTwice> = {}): KeptTwice {
  return { arn: buildArn({ ...home, service: 'ec2', resource: 'instance/i-web' }), name: 'web', volumes: 2, ...fields };
}

function counted(points: number) {
  return {
    points,
    sizeBytes: points * 8 * 2 ** 30,
    oldest: '2026-09-13T05:00:00.000Z',
    newest: '2026-10-31T05:00:00.000Z',
  };
}
