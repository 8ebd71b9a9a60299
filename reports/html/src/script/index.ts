import { FILTERS } from './filters.js';
import { PRINTING } from './printing.js';
import { SEARCH } from './search.js';

/** The script of the page. The report can be read without it. */
export const SCRIPT = [PRINTING, FILTERS, SEARCH].join('');
