import type { EstatePart } from '../builders/estate-of.js';
import type { Entry } from '../builders/entry.js';
import { coveredVolumes, volumeEntries } from '../builders/dependents.js';
import { ebsVolume } from '../builders/ebs.js';
import { ec2Instance, type EstateInstance } from '../builders/ec2.js';
import { daysAgo } from '../builders/moment.js';
import { allOf, daily, plan } from '../builders/plan.js';
import { production } from '../company.js';
import { dailyPlan, tieredPlan } from './plans.js';
import { monthlyTests } from './restore-testing.js';
import { productionVault } from './vaults.js';

const { ireland } = production;

const web1 = ec2Instance(ireland, { name: 'web-1', dataVolumes: ['web-1-data'] });
const worker = ec2Instance(ireland, { name: 'worker', untitled: true });
const intranet = ec2Instance(ireland, { name: 'intranet', tags: { backup: 'daily', os: 'windows' } });
const autoScaled = ec2Instance(ireland, {
  name: 'shop-frontend',
  tags: { 'aws:autoscaling:groupName': 'shop-frontend' },
});
const spot = ec2Instance(ireland, { name: 'image-resizer', lifecycle: 'spot' });
const node = ec2Instance(ireland, {
  name: 'shop-node',
  tags: { 'eks:eks-cluster-name': 'shop' },
  operator: 'eks.amazonaws.com',
});

/** Backed up for more than a year. */
const ledgerVolume = ebsVolume(ireland, { name: 'ledger-volume', tags: { backup: 'tiered' } });

/** The instance that yesterday's restore test created from it. */
const ledgerRestored = ebsVolume(ireland, {
  name: 'awsbackup-restore-test-ledger-volume',
  tags: { 'awsbackup-restore-test': 'monthly' },
  createdAt: daysAgo(1),
});

const webServers = plan(ireland, {
  name: 'web-servers',
  rules: [daily(14, productionVault)],
  selections: [
    {
      SelectionName: 'by-name',
      Resources: ['arn:aws:ec2:*:*:instance/*'],
      Conditions: { StringLike: allOf({ Name: 'web-*' }) },
    },
  ],
});

const instances: readonly Entry[] = [
  {
    resource: web1,
    history: [{ plan: webServers, since: 200 }],
    expect: 'backed-up',
    why: 'its name matches web-*, and the newest image is from this morning',
  },
  ...coveredVolumes(web1),
  {
    resource: worker,
    expect: 'unprotected',
    why: 'without a Name tag it cannot match web-*',
  },
  ...volumeEntries(worker, {
    expect: 'unprotected',
    why: 'the instance that it is attached to is not protected either',
  }),
  {
    resource: intranet,
    history: [
      {
        plan: dailyPlan,
        since: 90,
        issues: {
          since: 0,
          category: 'MISCELLANEOUS',
          message: 'Windows VSS Backup Job Error encountered, trying for regular backup',
        },
      },
    ],
    expect: 'degraded',
    why: 'this morning the backup was made without VSS: it is there, but not consistent for applications',
  },
  ...coveredVolumes(intranet),
];

const volumes: readonly Entry[] = [
  {
    resource: ledgerVolume,
    history: [{ plan: tieredPlan, since: 400 }],
    expect: 'backed-up',
    why: 'a year of daily, weekly and monthly snapshots; the newest is seven hours old',
    restores: [{ by: monthlyTests, day: 1, validation: 'SUCCESSFUL', deletion: 'DELETING', into: ledgerRestored.arn }],
    and: {
      'restore-test': { expect: 'tested', why: 'it was restored yesterday, and the result was validated' },
      'replication-only': { expect: 'not-replicated', why: 'EBS replicates no volume to another one' },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'old-web-data' }),
    expect: 'unprotected',
    why: 'it is detached, so no instance covers it, and no plan selects it',
  },
  {
    resource: ledgerRestored,
    expect: 'restore-test-leftover',
    why: 'a restore test made it and has not cleaned it up yet',
  },
];

const notForBackup: readonly Entry[] = [
  ...withVolumes(autoScaled, 'auto-scaling', 'its Auto Scaling group replaces it'),
  ...withVolumes(spot, 'spot', 'a spot instance may vanish at any time'),
  ...withVolumes(node, 'service-managed', 'EKS operates the node and replaces it'),
  {
    resource: ec2Instance(ireland, { name: 'cache-1', instanceStore: true }),
    expect: 'instance-store',
    why: 'its root device is an instance store, of which no image can be made',
  },
];

/** Volumes that are attached to an instance are backed up with it. */
function withVolumes(instance: EstateInstance, expect: Entry['expect'], why: string): readonly Entry[] {
  const said = { expect, why };
  return [{ ...said, resource: instance }, ...volumeEntries(instance, said)];
}

/** Instances and volumes in Ireland. */
export const compute: EstatePart = { plans: [webServers], entries: [...instances, ...volumes, ...notForBackup] };
