import type { Reporter } from '@backproof/core';
import { asff } from '@backproof/report-asff';
import { csv } from '@backproof/report-csv';
import { html } from '@backproof/report-html';
import { json } from '@backproof/report-json';
import { junit } from '@backproof/report-junit';
import { markdown } from '@backproof/report-markdown';
import { ocsf } from '@backproof/report-ocsf';
import { openmetrics } from '@backproof/report-openmetrics';
import { sarif } from '@backproof/report-sarif';
import { terminal } from '@backproof/report-terminal';

/** The reporters that Backproof brings with it. */
export const REPORTERS: readonly Reporter[] = [
  ...[terminal, json, junit, sarif, html, markdown, csv],
  ...[asff, ocsf, openmetrics],
];
