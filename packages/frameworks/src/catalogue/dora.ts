import type { ControlFramework } from '../control-framework.js';

export const dora: ControlFramework = {
  id: 'dora',
  alias: 'dora',
  name: 'Digital Operational Resilience Act',
  version: 'Regulation (EU) 2022/2554',
  publisher: 'European Union',
  controls: [
    {
      id: 'Art.11',
      title: 'Response and recovery are planned',
      beyond: 'Backproof does not assess written policies and plans.',
    },
    {
      id: 'Art.12(1)',
      title: 'A policy defines which data is backed up, and how often',
      objective: 'Each resource in scope is backed up as often, and its backups are kept as long, as the policy says.',
    },
    {
      id: 'Art.12(2)',
      title: 'Backups and their restoration are tested periodically',
      objective: 'Restores of backups are tested periodically.',
    },
    {
      id: 'Art.12(3)',
      title: 'Restoring uses systems that are segregated from the source',
      objective: 'Backups exist in an account apart from the source, from which data can be restored.',
    },
  ],
};
