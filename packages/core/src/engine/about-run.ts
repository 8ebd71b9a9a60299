import { DEFAULT_GATE } from '../config/gate-policy.js';
import type { Waiver } from '../config/waiver.js';
import { canonicalJson, sha256 } from '../model/canonical.js';
import { defined } from '../model/defined.js';
import type { EvaluateRequest } from './evaluate-request.js';
import type { RuleSettings } from './rule-settings.js';
import type { Run } from './run.js';

/** All that a run follows from: the tool, the moment, the inventory and the settings; and the id of that. */
export function aboutRun(
  request: EvaluateRequest,
  rules: readonly RuleSettings[],
  sha256OfInventory: string,
): Pick<Run, 'id' | 'tool' | 'now' | 'inventory' | 'settings'> {
  const { inventory, now, tool, subjects = {}, waivers = [], baseline, gate = DEFAULT_GATE } = request;
  const settings = {
    ...{ subjects, gate },
    rules: rules.map(settingsRecord),
    waivers: waivers.map(termsOf),
    baseline: baseline?.runId ?? null,
  };
  const about = {
    tool,
    now: new Date(now).toISOString(),
    inventory: {
      schemaVersion: inventory.schemaVersion,
      sha256: sha256OfInventory,
      takenAt: new Date(inventory.takenAt).toISOString(),
    },
    settings: { sha256: sha256([canonicalJson(settings)]), subjects },
  };
  return { id: sha256([canonicalJson(about)]), ...about };
}

/** The settings of a rule that affect verdicts. */
function settingsRecord({ rule: { id, version }, ...setting }: RuleSettings): object {
  return { id, version, ...setting };
}

/** The terms of a waiver. Its location changes no verdict: whoever repeats a run may keep it elsewhere. */
function termsOf(waiver: Waiver): Omit<Waiver, 'source'> {
  return defined({ ...waiver, source: undefined });
}
