export { auditManagerPage, unansweredControls } from './audit-manager/audit-manager-page.js';
export { MANAGED_CONTROLS } from './audit-manager/managed-controls.js';
export { FRAMEWORKS } from './catalogue/index.js';
export type { Control, ControlFramework } from './control-framework.js';
export { controlResults } from './control-results.js';
export type { AssessedRun, ControlResult, ControlStatus, FrameworkResult } from './control-results.js';
export { controlName, controlsOf, presetRules } from './controls-of.js';
export type { SupportedControl, SupportingRule } from './controls-of.js';
export { frameworkNamed } from './framework-named.js';
