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
      beyond: 'Whether there are policies and plans is for people to say.',
    },
    { id: 'Art.12(1)', title: 'What is backed up, and how often, follows a policy' },
    { id: 'Art.12(2)', title: 'Backups and their restoration are tested periodically' },
    { id: 'Art.12(3)', title: 'Restoring uses systems that are segregated from the source' },
  ],
};
