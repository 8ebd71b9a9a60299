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
    {
      id: 'CP-4',
      title: 'The contingency plan is tested',
      objective: 'The recovery of data is exercised by restores with a recorded result.',
    },
    { id: 'CP-6', title: 'There is an alternate storage site', objective: 'Backups are also stored at another site.' },
    {
      id: 'CP-6(1)',
      title: 'The alternate storage site is separated from the primary one',
      objective: 'The other site is not lost by the same event: another Region, another account.',
    },
    {
      id: 'CP-6(2)',
      title: 'The alternate storage site allows recovery in time',
      beyond: 'No rule knows the recovery objectives of a resource.',
    },
    {
      id: 'CP-9',
      title: 'Systems are backed up',
      objective: 'Backups are made as often, and kept as long, as the organization defines.',
      frequency:
        'FedRAMP: daily incremental and weekly full backups, in three copies of which one is online or equivalent.',
    },
    {
      id: 'CP-9(1)',
      title: 'Backups are tested for reliability and integrity',
      objective: 'Backups are tested at a defined interval, to show that they are reliable and intact.',
      frequency: 'FedRAMP, baseline High: at least every month.',
    },
    { id: 'CP-9(2)', title: 'Restoration is tested by samples', objective: 'A sample of backups is restored.' },
    {
      id: 'CP-9(3)',
      title: 'Backups of critical information are stored separately',
      objective: 'Backups of critical data are stored apart from the system.',
    },
    {
      id: 'CP-9(5)',
      title: 'Backups are transferred to the alternate storage site',
      objective: 'Backups are transferred to another site at a defined interval.',
    },
    {
      id: 'CP-9(8)',
      title: 'Backups are protected by cryptography',
      objective: 'Backups are encrypted.',
    },
    {
      id: 'CP-10',
      title: 'Systems can be recovered and reconstituted',
      objective: 'Systems can be brought back to a known state after a disruption.',
    },
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
    {
      id: 'SI-12',
      title: 'Information is managed and retained as required',
      objective: 'Data is kept as long as laws and policies require.',
    },
  ],
};
