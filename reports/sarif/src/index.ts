export { sarif } from './sarif.js';
export type { SarifOptions, SourceMap } from './options.js';
