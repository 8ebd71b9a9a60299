/**
 * The precision of an ARN pattern: it selects one resource, a type of resources (`arn:aws:ec2:*:*:volume/*`), or names
 * only their service (`arn:aws:ec2:*`, `*`).
 * @source Developer Guide, assigning-resources-json: selection by service name, by resource type
 */
export type ArnPatternForm = 'exact' | 'type' | 'service';

/**
 * Begins with a service and a type that are both written out: `volume/*` names a type, `vol*` does not. The ARNs of
 * buckets have no type: `arn:aws:s3:::*` is what the console writes for the type S3.
 */
const NAMES_A_TYPE = /^arn:[^:]+:(?:[^:*]+:[^:]*:[^:]*:[^:/*]+[:/]|s3:::)/;

/** The form of a pattern. */
export function arnPatternForm(pattern: string): ArnPatternForm {
  if (!pattern.includes('*')) return 'exact';
  return NAMES_A_TYPE.test(pattern) ? 'type' : 'service';
}

/** Every `*` stands at the end, or in the Region or account of a whole ARN. */
const WILDCARDS_AS_DOCUMENTED = /^(?:arn:[^:*]+:[^:*]+:[^:]*:[^:]*:)?[^*]*\*?$/;

/**
 * Returns true if a `*` is elsewhere than at the very end or in the Region or account. The guide allows it anywhere,
 * the API reference at the end only: such a pattern may match nothing.
 * @source Developer Guide, assigning-resources-json; API BackupSelection, Resources
 */
export function hasWildcardInside(pattern: string): boolean {
  return !WILDCARDS_AS_DOCUMENTED.test(pattern);
}
