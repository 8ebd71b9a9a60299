import type { ControlFramework } from '../control-framework.js';

export const cis: ControlFramework = {
  id: 'cis-8.1',
  alias: 'cis',
  name: 'CIS Critical Security Controls',
  version: '8.1',
  publisher: 'Center for Internet Security',
  controls: [
    {
      id: '11.1',
      title: 'There is a process for the recovery of data',
      beyond: 'Backproof does not assess written processes.',
    },
    { id: '11.2', title: 'Backups are made automatically, at least every week' },
    { id: '11.3', title: 'Backups are protected as well as the data itself' },
    { id: '11.4', title: 'An isolated copy of the backups exists' },
    { id: '11.5', title: 'Recovery is tested by samples, at least every quarter' },
  ],
};
