export { openLedger } from './chain.js';
export { recordRun, recordImport } from './record.js';
export { readHistory } from './history.js';
