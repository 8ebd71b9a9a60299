import type { ControlFramework } from '../control-framework.js';

export const hipaa: ControlFramework = {
  id: 'hipaa',
  alias: 'hipaa',
  name: 'HIPAA Security Rule',
  version: '45 CFR Part 164, Subpart C',
  publisher: 'U.S. Department of Health and Human Services',
  controls: [
    {
      id: '164.308(a)(7)(i)',
      title: 'There is a contingency plan',
      beyond: 'Backproof does not assess written plans; the specifications below are the parts of the plan.',
    },
    { id: '164.308(a)(7)(ii)(A)', title: 'Exact copies of the data exist and can be retrieved' },
    { id: '164.308(a)(7)(ii)(B)', title: 'Lost data can be restored' },
    {
      id: '164.308(a)(7)(ii)(C)',
      title: 'Critical processes go on in an emergency',
      beyond: 'Backproof does not see business processes.',
    },
    { id: '164.308(a)(7)(ii)(D)', title: 'Contingency plans are tested and revised' },
    {
      id: '164.308(a)(7)(ii)(E)',
      title: 'The criticality of applications and data is known',
      beyond: 'The organization must decide which assets are critical.',
    },
    {
      id: '164.310(d)(2)(iv)',
      title: 'Data is backed up before equipment is moved',
      beyond: 'Equipment is the responsibility of AWS.',
    },
  ],
};
