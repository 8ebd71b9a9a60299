import type { ControlFramework } from '../control-framework.js';

export const nist80053: ControlFramework = {
  id: 'nist-800-53-r5',
  alias: 'nist-800-53',
  name: 'NIST Special Publication 800-53',
  version: 'Revision 5',
  publisher: 'NIST',
  controls: [
    {
      id: 'AU-11',
      title: 'Audit records are retained',
      beyond: 'Backproof does not know which resources hold audit records.',
    },
    {
      id: 'CP-2(8)',
      title: 'Critical assets are identified',
      beyond: 'The organization must decide which assets are critical.',
    },
    { id: 'CP-4', title: 'The contingency plan is tested' },
    { id: 'CP-6', title: 'There is an alternate storage site' },
    { id: 'CP-6(1)', title: 'The alternate storage site is separated from the primary one' },
    {
      id: 'CP-6(2)',
      title: 'The alternate storage site allows recovery in time',
      beyond: 'No rule knows the recovery objectives of a resource.',
    },
    { id: 'CP-9', title: 'Systems are backed up' },
    { id: 'CP-9(1)', title: 'Backups are tested for reliability and integrity' },
    { id: 'CP-9(2)', title: 'Restoration is tested by samples' },
    { id: 'CP-9(3)', title: 'Backups of critical information are stored separately' },
    { id: 'CP-9(5)', title: 'Backups are transferred to the alternate storage site' },
    {
      id: 'CP-9(8)',
      title: 'Backups are protected by cryptography',
    },
    { id: 'CP-10', title: 'Systems can be recovered and reconstituted' },
    {
      id: 'CP-10(2)',
      title: 'Transactions can be recovered',
      beyond: 'No rule requires point-in-time recovery.',
    },
    {
      id: 'CP-10(4)',
      title: 'Restores take no longer than the limit',
      beyond: 'The duration of a restore is judged only if an option of restore-test sets a limit.',
    },
    {
      id: 'MP-6',
      title: 'Media are sanitized',
      beyond: 'Media are the responsibility of AWS.',
    },
    {
      id: 'SC-28',
      title: 'Information at rest is protected',
    },
    { id: 'SI-12', title: 'Information is managed and retained as required' },
  ],
};
