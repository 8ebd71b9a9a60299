import { evidenceKindsOf } from '../engine/rule-gaps.js';
import type { Rule } from '../rule/rule.js';
import type { VerdictStatus } from '../rule/verdict.js';
import { EVIDENCE_WORDS, NEED_WORDS } from './evidence-words.js';
import { code, sectionOf, table } from './markdown.js';
import { optionsTable } from './options-table.js';

const JUDGED = 'How it is judged';
const UNFIT = 'When not to use it';

/**
 * The page of a rule in Markdown, made of what the rule says of itself. The sections "How it is judged" and "When not
 * to use it" are written by hand: they are taken from `page`, the page as it is.
 */
export function rulePage(rule: Rule, page = ''): string {
  const { id, version, title, rationale, remediation, controls, answers = [] } = rule;
  const parts = [
    `<!-- Made of the rule itself, but for "${JUDGED}" and "${UNFIT}": write there only. -->`,
    `# ${id}`,
    `${title}. Version: ${version}.`,
    rationale,
    `**What to do about a failure:** ${remediation}`,
    ...(controls.length === 0 ? [] : [`**Controls that it supports:** ${controls.join(', ')}.`]),
    ...(answers.length === 0
      ? []
      : [`**Controls of AWS Backup Audit Manager that it answers:** ${answers.join(', ')}.`]),
    ...section(JUDGED, sectionOf(page, JUDGED)),
    ...section('Verdicts', verdictsTable(rule)),
    ...section('Evidence', evidenceTable(rule)),
    ...section('Options', optionsTable(rule.options)),
    ...section(UNFIT, sectionOf(page, UNFIT)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(heading: string, content: string | undefined): readonly string[] {
  return content === undefined ? [] : [`## ${heading}`, content];
}

const VERDICTS: readonly VerdictStatus[] = ['pass', 'fail', 'unknown', 'notApplicable'];

function verdictsTable({ messages }: Rule): string {
  const rows = VERDICTS.flatMap((verdict) =>
    Object.entries(messages)
      .filter(([, message]) => message.status === verdict)
      .map(([id, message]) => [
        code(id),
        verdict,
        message.status === 'fail' ? message.severity : '',
        message.meaning ?? message.text,
      ]),
  );
  return table(['message', 'verdict', 'severity', 'meaning'], rows);
}

function evidenceTable(rule: Rule): string {
  const rows = evidenceKindsOf(rule).flatMap((kind) => {
    const need = rule.needs[kind];
    return need === undefined ? [] : [[EVIDENCE_WORDS[kind], NEED_WORDS[need]]];
  });
  return table(['what it looks at', 'where that could not all be read'], rows);
}
