import type { Reporter } from '@backproof/core';
import { json } from '@backproof/report-json';
import { junit } from '@backproof/report-junit';
import { terminal } from '@backproof/report-terminal';

/** The reporters that Backproof brings with it. */
export const REPORTERS: readonly Reporter[] = [terminal, json, junit];
