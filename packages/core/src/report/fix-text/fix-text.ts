import { printable } from '../printable.js';
import type { Fix } from '../../rule/fix/fix.js';
import { cliLines } from './cli-lines.js';
import { cloudFormationLines } from './cloudformation-lines.js';
import { terraformLines } from './terraform-lines.js';

/** The forms in which a fix can be written. */
export type FixForm = 'cli' | 'terraform' | 'cloudformation';

const WRITERS: Readonly<Record<FixForm, (fix: Fix) => Iterable<string>>> = {
  cli: ({ commands }) => commands.flatMap((command) => [...cliLines(command)]),
  terraform: ({ terraform }) => (terraform === undefined ? [] : terraformLines(terraform)),
  cloudformation: ({ cloudFormation }) => (cloudFormation === undefined ? [] : cloudFormationLines(cloudFormation)),
};

/** The names of the forms, for a sentence. */
export const FIX_FORM_NAMES: Readonly<Record<FixForm, string>> = {
  cli: 'the AWS CLI',
  terraform: 'Terraform',
  cloudformation: 'CloudFormation',
};

/** A fix in one form, line by line. A warning stands before what it warns of. Nothing of it is ever run. */
export function fixLines(fix: Fix, form: FixForm): readonly string[] {
  const lines = [...WRITERS[form](fix)];
  return [
    printable(fix.sentence),
    ...(fix.warning === undefined ? [] : [`Caution: ${printable(fix.warning)}`]),
    ...(lines.length > 0
      ? lines.map((line) => `  ${line}`)
      : [`  There is nothing for it in ${FIX_FORM_NAMES[form]}: use another form.`]),
  ];
}
