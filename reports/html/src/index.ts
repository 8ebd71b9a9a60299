export type { TrendPoint } from './components/trend.js';
export { html } from './html.js';
export type { HtmlOptions } from './html.js';
