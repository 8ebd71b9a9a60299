import { defineRule, prepareCopies, relationsBy } from '@backproof/core';
import type { CopySetting } from '@backproof/core';
import { needs } from './context.js';
import { judge } from './judge.js';
import { fixes } from './fixes.js';
import { messages } from './messages.js';
import { defaults, schema, strict } from './options.js';
import type { Options } from './options.js';
import { anotherRegion } from './placement.js';

/** A resource survives the loss of its Region if a recent copy of it is kept long enough in another one. */
export const crossRegionCopy = defineRule({
  id: 'cross-region-copy',
  version: '1.0.0',
  title: 'Every resource has a copy in another Region',
  recommended: false,
  rationale:
    'Recovery points, snapshots and continuous backups lie in the Region of their resource, and can be restored only where they lie. A multi-Region key or a replica is no copy: the one holds no data, the other repeats each deletion.',
  remediation:
    'Add a copy action to a vault in another Region, and fix the cause of failed copy jobs. For RDS instances, replicating the automated backups to another Region is as good, if they are kept long enough.',
  controls: [
    'soc2/A1.2',
    'iso27001-2022/A.8.13',
    'nist-800-53-r5/CP-6',
    'nist-800-53-r5/CP-6(1)',
    'nist-800-53-r5/CP-9(3)',
    'nist-800-53-r5/CP-9(5)',
    'nist-csf-2.0/PR.DS-11',
    'nis2/Art.21(2)(c)',
  ],
  answers: ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION'],
  page: new URL('../README.md', import.meta.url),
  needs,
  messages,
  fixes,
  options: { schema, defaults, strict },

  relations: relationsBy,
  prepare: (setting: CopySetting<Options>) => prepareCopies(setting, anotherRegion(setting.options)),
  judge,
});
