import type { Reporter } from '@backproof/core';
import { csv } from '@backproof/report-csv';
import { html } from '@backproof/report-html';
import { json } from '@backproof/report-json';
import { junit } from '@backproof/report-junit';
import { markdown } from '@backproof/report-markdown';
import { sarif } from '@backproof/report-sarif';
import { terminal } from '@backproof/report-terminal';

/** The reporters that Backproof brings with it. */
export const REPORTERS: readonly Reporter[] = [terminal, json, junit, sarif, html, markdown, csv];
