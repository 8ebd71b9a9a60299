import type { ControlFramework } from '../control-framework.js';

export const nistCsf: ControlFramework = {
  id: 'nist-csf-2.0',
  alias: 'nist-csf',
  name: 'NIST Cybersecurity Framework',
  version: '2.0',
  publisher: 'NIST',
  controls: [
    {
      id: 'PR.DS-01',
      title: 'Data at rest is protected',
    },
    { id: 'PR.DS-11', title: 'Backups are made, protected, kept and tested' },
    {
      id: 'RC.RP-01',
      title: 'The recovery part of the incident response plan is carried out',
      beyond: 'Backproof does not see how incidents are handled.',
    },
    { id: 'RC.RP-03', title: 'The integrity of backups is verified before they are used' },
    { id: 'RC.RP-05', title: 'The integrity of what was restored is verified' },
  ],
};
