import type { ReportedRun } from '@backproof/core';
import type { SectionHead } from '../components/section.js';

/** The parts of the report, in their order: its contents. */
export const SECTIONS = {
  summary: { id: 'summary', title: 'Summary' },
  resources: { id: 'resources', title: 'Resources' },
  violations: { id: 'violations', title: 'Open violations' },
  unknowns: { id: 'unknowns', title: 'Unknown' },
  losses: { id: 'losses', title: 'What would be left' },
  coverage: { id: 'coverage', title: 'By resource type' },
  calendar: { id: 'calendar', title: 'A year of recovery points' },
  copies: { id: 'copies', title: 'Where copies are' },
  restores: { id: 'restores', title: 'Restores' },
  waivers: { id: 'waivers', title: 'Waivers' },
  baseline: { id: 'baseline', title: 'Since the baseline' },
  passes: { id: 'passes', title: 'Passes' },
  leftovers: { id: 'leftovers', title: 'Left over' },
  scope: { id: 'scope', title: 'Scope and exclusions' },
  reading: { id: 'reading', title: 'How it was read' },
  rules: { id: 'rules', title: 'Rules and parameters' },
  integrity: { id: 'integrity', title: 'Integrity' },
} as const satisfies Readonly<Record<string, SectionHead>>;

/** The parts that the report of a run has: one about leftovers if the run records them, one about losses if there was a drill. */
export function contentsOf(run: ReportedRun, hasDrill: boolean): readonly SectionHead[] {
  return Object.values(SECTIONS).filter(
    (part) => (part !== SECTIONS.leftovers || recordsLeftovers(run)) && (part !== SECTIONS.losses || hasDrill),
  );
}

/** Returns true if a run says something about leftovers, or that the scan did not look for them. */
export function recordsLeftovers({ leftovers, pointsCreatedAfter }: ReportedRun): boolean {
  return leftovers !== undefined || pointsCreatedAfter !== undefined;
}
