import { legible, within } from '@backproof/core';
import type { ReportedRun, RuleInRun } from '@backproof/core';
import type { ReportingDescriptor, ToolComponent } from 'sarif';
import { NOTIFICATIONS } from './notifications.js';
import { relationshipsOf, taxonomiesOf, taxonomyComponents } from './taxonomies.js';
import { WEIGHTS } from './severity.js';
import { messageText } from './text.js';

/** The most characters of a description that GitHub accepts. @source GitHub Docs, sarif-support-for-code-scanning */
const DESCRIPTION_LIMIT = 1024;
/** The most tags of a rule that GitHub accepts; all controls are among its relationships. */
const TAG_LIMIT = 20;

/** The tool with its rules and kinds of notification. */
export function driverOf({ tool, rules }: ReportedRun): ToolComponent {
  const taxonomies = taxonomiesOf(rules);
  return {
    name: legible(tool.name),
    version: legible(tool.version),
    semanticVersion: legible(tool.version),
    rules: rules.map((rule) => ({ ...descriptorOf(rule), relationships: relationshipsOf(rule, taxonomies) })),
    notifications: Object.entries(NOTIFICATIONS).map(([id, { text, help }]) => ({
      ...{ id, shortDescription: { text } },
      // GitHub Advanced Security asks for these of every descriptor. @source sarif-multitool, GH2012
      ...{ fullDescription: { text }, help: { text: help } },
    })),
    supportedTaxonomies: taxonomyComponents(taxonomies).map(({ name, guid = '' }, index) => ({ name, guid, index })),
  };
}

function descriptorOf(rule: RuleInRun): ReportingDescriptor {
  const { level, problem, score } = WEIGHTS[rule.severity];
  return {
    id: legible(rule.id),
    name: within(255, legible(pascalCase(rule.id))),
    shortDescription: { text: described(rule.title) },
    fullDescription: { text: described(rule.rationale) },
    help: { text: described(rule.remediation) },
    defaultConfiguration: { level, enabled: !rule.off },
    properties: {
      tags: ['security', 'backup', ...rule.controls.map(legible)].slice(0, TAG_LIMIT),
      precision: 'very-high',
      'problem.severity': problem,
      'security-severity': score,
      version: rule.version,
      tally: rule.tally,
      switchedOff: rule.switchedOff,
    },
  };
}

function described(text: string): string {
  return within(DESCRIPTION_LIMIT, messageText(text));
}

/** `restore-test` as `RestoreTest` */
function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
