import { posix } from 'node:path';

const REPOSITORY = 'https://github.com/backproof/backproof/blob/main/';

/**
 * Lets links to files of the repository that are no pages of the site lead to the repository. Links to pages stay as they
 * are, so that they work in both places.
 *
 * @param pages the paths of the pages
 * @param exists says whether the repository has a file
 */
export function leadsOutOfTheSite(markdown, pages, exists) {
  markdown.core.ruler.push('links-out-of-the-site', ({ tokens, env }) => {
    const inline = tokens.flatMap(({ children }) => children ?? []);
    for (const token of inline.filter(({ type }) => type === 'link_open')) {
      const href = token.attrGet('href') ?? '';
      if (/^(\w+:|#|\/)/.test(href)) continue;
      const [path = ''] = href.split('#');
      const target = posix.join(posix.dirname(env.relativePath), path).replace(/\/$/, '');
      if (!pages.includes(target) && exists(target)) token.attrSet('href', REPOSITORY + target);
    }
  });
}
