import { ANSWER_FAULTS } from './faults.js';
import { tryFaults } from './try-faults.js';

tryFaults(ANSWER_FAULTS);
