export { baselineOf } from './baseline.js';
export type { AbsentReason, Baseline, BaselineInRun, Finding } from './baseline.js';
export { completenessOf } from './completeness.js';
export type { Completeness, CountComparison, Doubt, UncountedScope, UnknownType } from './completeness.js';
export type { WaiverInRun } from './disposition.js';
export { evaluate, evaluateInParts, neededPopulations } from './evaluate.js';
export type { EvaluateRequest } from './evaluate.js';
export { EPHEMERAL_REASONS, EXCLUSION_NAMES } from './exclusion.js';
export type { EphemeralReason, Exclusion, ExclusionReason, Subjects, UserExclusion } from './exclusion.js';
export { causeOf, grantOf, wayOutOf } from './gap-words.js';
export { gateCounts, gateSentence } from './gate-counts.js';
export type { CountedRun, GateCounts } from './gate-counts.js';
export { gateOf } from './gate.js';
export type { Gate, GateResult } from './gate.js';
export { ENGINE_MESSAGES } from './engine-messages.js';
export { leftoverGroups, leftoverText, pointsInWords, vaultText } from './leftover-words.js';
export type { LeftoverGroup } from './leftover-words.js';
export { countOf } from './point-counts.js';
export type { PointCount, PointsInVault } from './point-counts.js';
export type { ExpiredPoints, GoneResource, KeptTwice, Leftovers, UnjudgedFailure } from './leftovers.js';
export { compareSubjects } from './outcome.js';
export type { Disposition, Failure, Outcome, OutcomeEvidence, OutcomeSubject, SubjectType } from './outcome.js';
export { PRESETS, presetOf } from './preset.js';
export type { Preset } from './preset.js';
export { CALENDAR_DAYS, CALENDAR_GRADES, decodeCalendar } from './protection-calendar.js';
export type { CalendarGrade, CalendarRun } from './protection-calendar.js';
export type { CopiesInPlace } from './point-digest.js';
export type { Protection, RestoreInBrief } from './protection.js';
export type { ActiveRule, EffectiveSetting, RuleOverride, RuleSetting } from './rule-settings.js';
export * from './run.js';
export { checkedBaseline, checkedRun, FormError } from './run-form.js';
export { upgradeRun } from './run-versions.js';
export { goneStory } from './gone-story.js';
export type { Absence, GoneStory } from './gone-story.js';
export type { Restorability } from './restorability.js';
export { resourceStory } from './story.js';
export type { RelatedInStory, ResourceStory } from './story.js';
export type { UpcomingRun } from './upcoming-runs.js';
export type { Related } from './relations.js';
export { checkSettings, failuresOf, heaviest } from './rule-settings.js';
export type { UnreadPart } from './unread-parts.js';
export {
  noTally,
  openBySeverity,
  outcomesOfAll,
  TALLY_KINDS,
  tallyKindOf,
  tallyOf,
  tallyUnknown,
} from './tally.js';
export type { Tally, TallyKind, UnknownTally } from './tally.js';
export { unknownKindText, unknownTallyText } from './unknown-words.js';
