import type { ControlFramework } from '../control-framework.js';

export const nis2: ControlFramework = {
  id: 'nis2',
  alias: 'nis2',
  name: 'NIS 2 Directive',
  version: 'Directive (EU) 2022/2555',
  publisher: 'European Union',
  controls: [
    {
      id: 'Art.21(2)(c)',
      title: 'Backups are managed, and recovery from disasters is prepared',
      objective:
        'Backups are made, kept, protected and copied elsewhere, and restores are tested, so that operations can go on after a disaster.',
    },
  ],
};
