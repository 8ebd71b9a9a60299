import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The repository, whose pages are those of the site. */
export const ROOT = join(import.meta.dirname, '..');

/** The pages that a reader meets in this order; all others are below them by their names. */
const GUIDES = [
  {
    text: 'Start here',
    items: ['index', 'exit-codes', 'surprising-truths', 'comparison'],
  },
  {
    text: 'Use',
    items: [
      'configuration',
      'reports',
      'ci',
      'organization',
      'parts',
      'scale',
      'proxy',
      'drill',
      'what-if',
      'completeness',
      'coverage',
    ],
  },
  { text: 'Evidence over time', items: ['ledger', 'audit', 'frameworks', 'audit-manager'] },
  { text: 'Extend and embed', items: ['tutorial-rule', 'tutorial-type', 'embedding', 'sandbox'] },
  { text: 'Inside', items: ['architecture', 'reliability', 'bench', 'releasing', 'upgrading'] },
].map(({ text, items }) => ({ text, items: items.map((name) => `docs/${name}.md`) }));

const RULES = namesIn('rules').map((id) => `rules/${id}/README.md`);
const DECISIONS = namesIn('docs/decisions').map((name) => `docs/decisions/${name}`);

/** Every page of the site, by its path in the repository. */
export const PAGES = [
  ...namesIn('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ...DECISIONS,
  ...RULES,
  'packages/testing/README.md',
];

/** The groups of the sidebar, each with the paths of its pages. */
export const GROUPS = [
  ...GUIDES.map((group) =>
    group.text === 'Extend and embed' ? { ...group, items: [...group.items, 'packages/testing/README.md'] } : group,
  ),
  { text: 'Rules', items: RULES },
  { text: 'Decisions', items: DECISIONS, collapsed: true },
];

function namesIn(folder) {
  return readdirSync(join(ROOT, folder)).sort();
}
