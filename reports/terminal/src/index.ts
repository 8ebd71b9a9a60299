export { renderCoverDiff } from './cover-diff.js';
export type { CoverReport } from './cover-diff.js';
export { renderDrill } from './drill.js';
export { renderGoneStory } from './gone-story.js';
export { renderDiff } from './run-diff.js';
export { renderStory } from './story.js';
export { terminal } from './terminal.js';
export type { GroupBy } from './group-by.js';
export type { TerminalOptions } from './terminal.js';
