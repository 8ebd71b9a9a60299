import type { Instant } from '../model/instant.js';
import type { Resource } from '../model/resource.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import { dossierMaker } from './dossiers.js';
import { tagGaps } from './gaps.js';
import type { JoinedInventory } from './joined-inventory.js';
import { evidenceKindsOf, judge, settingsUnknown } from './judge.js';
import type { Outcome } from './outcome.js';
import { outcomeOf } from './outcome-of.js';
import { settingFor } from './rule-settings.js';
import type { RuleSettings } from './rule-settings.js';

/** What one rule says of the resources, and for how many of them it was switched off. */
export interface JudgedByRule {
  readonly settings: RuleSettings;
  readonly outcomes: readonly Outcome[];
  readonly switchedOff: number;
}

/** Judges these resources of an inventory by each rule, in the given order of both. */
export function judgeResources(
  rules: readonly RuleSettings[],
  resources: readonly Resource[],
  { inventory, find, gather, gapsOf }: JoinedInventory,
  now: Instant,
): readonly JudgedByRule[] {
  return rules.map((settings) => {
    const { rule } = settings;
    const dossierOf = dossierMaker(gather, evidenceKindsOf(rule), find);
    const outcomes: Outcome[] = [];
    let switchedOff = 0;
    for (const resource of resources) {
      const setting = settingFor(settings, resource);
      if (setting?.off === true) {
        switchedOff += 1;
      } else if (setting === undefined) {
        const judgement = settingsUnknown(resource, tagGaps(inventory, resource));
        outcomes.push(outcomeOf(rule, heaviest(settings), resource, judgement));
      } else {
        const judgement = judge({ rule, options: setting.options }, dossierOf(resource), now, gapsOf);
        outcomes.push(outcomeOf(rule, setting.severity, resource, judgement));
      }
    }
    return { settings, outcomes, switchedOff };
  });
}

function heaviest({ severity, overrides }: RuleSettings): Severity {
  const possible = [severity, ...overrides.map((override) => override.severity)];
  return SEVERITIES.findLast((each) => possible.includes(each)) ?? severity;
}
