import { printable } from '../printable.js';
import type { Fragment } from '../../rule/fix/fix.js';
import { jsonLines } from './json-lines.js';

/** A fragment of a CloudFormation template, as JSON, which is YAML too. */
export function* cloudFormationLines({ addTo, heading, settings }: Fragment): Generator<string> {
  if (addTo !== undefined) yield `# Add to ${printable(addTo)}:`;
  yield* jsonLines(heading === undefined ? settings : { Type: heading, Properties: settings });
}
