export { openmetrics } from './openmetrics.js';
