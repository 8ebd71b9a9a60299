import type { SectionHead } from '@backproof/report-html';

/** The parts of an audit, in their order. */
export const SECTIONS = {
  conclusion: { id: 'conclusion', title: 'Conclusion' },
  controls: { id: 'controls', title: 'Results by control' },
  walkthroughs: { id: 'walkthroughs', title: 'Walkthrough of each control' },
  exceptions: { id: 'exceptions', title: 'Exceptions' },
  responses: { id: 'responses', title: 'Management responses' },
  changes: { id: 'changes', title: 'Changes and trends' },
  restores: { id: 'restores', title: 'Restores' },
  recovery: { id: 'recovery', title: 'Recovery objectives and restore times' },
  waivers: { id: 'waivers', title: 'Waiver register' },
  population: { id: 'population', title: 'Population' },
  sample: { id: 'sample', title: 'Sample' },
  scope: { id: 'scope', title: 'Scope and exclusions' },
  runs: { id: 'runs', title: 'Runs and gaps' },
  reading: { id: 'reading', title: 'Not read completely' },
  parameters: { id: 'parameters', title: 'Method and parameters' },
  history: { id: 'history', title: 'History of settings' },
  integrity: { id: 'integrity', title: 'Integrity and re-performance' },
  signoff: { id: 'signoff', title: 'Sign-off' },
} as const satisfies Readonly<Record<string, SectionHead>>;
