import type { ControlFramework } from '../control-framework.js';

export const soc2: ControlFramework = {
  id: 'soc2',
  alias: 'soc2',
  name: 'SOC 2, Trust Services Criteria',
  version: '2017, with the points of focus of 2022',
  publisher: 'AICPA',
  controls: [
    {
      id: 'CC7.4',
      title: 'Security incidents are responded to',
      beyond: 'Backproof does not see how incidents are handled.',
    },
    {
      id: 'CC7.5',
      title: 'Recovery from security incidents is prepared',
      objective: 'After an incident, data can be brought back: backups restore, and tests show it.',
    },
    {
      id: 'A1.2',
      title: 'Backups and recovery infrastructure exist and are monitored',
      objective:
        'Data is backed up as planned, copies exist away from it, and backups cannot be deleted before they expire.',
    },
    {
      id: 'A1.3',
      title: 'Recovery is tested',
      objective: 'Restores are tested often enough to show that recovery works.',
    },
    {
      id: 'PI1.5',
      title: 'Stored data stays complete, accurate and protected',
      beyond: 'No rule checks how backups are encrypted or what they contain.',
    },
    {
      id: 'C1.2',
      title: 'Confidential information is disposed of',
      beyond: 'No rule limits how long backups are kept.',
    },
  ],
};
