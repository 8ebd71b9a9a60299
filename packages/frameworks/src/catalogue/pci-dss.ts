import type { ControlFramework } from '../control-framework.js';

/** Its requirements on backups concern media, logs and data that must not be kept, which no rule assesses. */
export const pciDss: ControlFramework = {
  id: 'pci-dss-4.0.1',
  alias: 'pci-dss',
  name: 'PCI DSS',
  version: '4.0.1',
  publisher: 'PCI Security Standards Council',
  controls: [
    {
      id: '3.2.1',
      title: 'No more account data is stored, and no longer, than is needed',
      beyond: 'No rule limits how long backups are kept.',
    },
    {
      id: '3.5.1',
      title: 'Account numbers are unreadable wherever they are stored',
      beyond: 'No rule checks how backups are encrypted or what they contain.',
    },
    {
      id: '9.4.1.1',
      title: 'Offline media with backups of cardholder data are kept in a secure place',
      beyond: 'Backups in AWS are not offline media.',
    },
    {
      id: '9.4.1.2',
      title: 'The security of that place is reviewed every year',
      beyond: 'Backups in AWS are not offline media.',
    },
    {
      id: '10.3.3',
      title: 'Audit logs are backed up promptly to a place where they are hard to change',
      beyond: 'Backproof does not know which resources hold audit logs.',
    },
  ],
};
