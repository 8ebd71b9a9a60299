export { drillMarkdown } from './drill.js';
export { markdown } from './markdown.js';
export type { MarkdownOptions } from './markdown.js';
