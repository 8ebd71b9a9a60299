export { csv } from './csv.js';
export { row } from './row.js';
