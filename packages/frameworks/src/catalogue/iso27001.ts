import type { ControlFramework } from '../control-framework.js';

export const iso27001: ControlFramework = {
  id: 'iso27001-2022',
  alias: 'iso27001',
  name: 'ISO/IEC 27001, Annex A',
  version: '2022',
  publisher: 'ISO and IEC',
  controls: [
    {
      id: 'A.5.30',
      title: 'ICT is ready for business continuity',
      objective: 'Data can be recovered within the limits that the organization sets, and tests show it.',
    },
    {
      id: 'A.8.13',
      title: 'Backups are kept and regularly tested',
      objective: 'Backups of data and systems are made, kept as long as agreed, protected, and tested by restores.',
    },
    {
      id: 'A.8.14',
      title: 'Processing facilities are redundant',
      beyond: 'Replication is checked only so that it is not mistaken for a backup.',
    },
  ],
};
