import type { Reporter } from '@backproof/core';
import { terminal } from '@backproof/report-terminal';

/** The reporters that Backproof brings with it. */
export const REPORTERS: readonly Reporter[] = [terminal];
