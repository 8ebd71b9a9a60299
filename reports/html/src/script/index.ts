import { FILTERS } from './filters.js';
import { INDEX_READING } from './index-reading.js';
import { NAVIGATION } from './navigation.js';
import { PRINTING } from './printing.js';
import { RESOURCES } from './resources.js';
import { SEARCH } from './search.js';

/** The script of the page. The report can be read without it. */
export const SCRIPT = [PRINTING, NAVIGATION, FILTERS, INDEX_READING, SEARCH, RESOURCES].join('');
