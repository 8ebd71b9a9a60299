import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { GROUPS, PAGES, ROOT } from '../contents.js';
import { leadsOutOfTheSite } from '../links.js';

const START = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=docs/"><title>Backproof</title></head>
<body><a href="docs/">Backproof</a></body>
</html>
`;

/** The pages of the repository as they are: their addresses are their paths. */
export default defineConfig({
  title: 'Backproof',
  description: 'Evidence about whether an AWS estate can be restored.',
  lang: 'en',
  srcDir: ROOT,
  srcExclude: ['*.md', '.changeset/**', 'coverage/**', 'site/**', 'test/**', 'reports/**', 'packages/!(testing)/**'],
  outDir: join(ROOT, 'site/dist'),
  cacheDir: join(ROOT, 'site/.cache'),
  markdown: {
    // A word in angle brackets is text, as on GitHub.
    html: false,
    config: (markdown) => {
      leadsOutOfTheSite(markdown, PAGES, (path) => existsSync(join(ROOT, path)));
    },
  },
  themeConfig: {
    logoLink: '/docs/',
    outline: [2, 3],
    search: { provider: 'local' },
    sidebar: GROUPS.map(({ items, ...group }) => ({
      ...group,
      items: items.map((page) => ({ text: titleOf(page), link: `/${page}` })),
    })),
  },
  // The esbuild of the workspace builds it, which lowers to no older browsers.
  vite: { build: { target: 'es2022' } },
  buildEnd: ({ outDir }) => writeFile(join(outDir, 'index.html'), START),
});

function titleOf(page) {
  return /^# (.+)$/m.exec(readFileSync(join(ROOT, page), 'utf8'))?.[1]?.replaceAll('`', '') ?? page;
}
