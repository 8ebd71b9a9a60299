import { fixLines, printable } from '@backproof/core';
import type { Fix, FixForm } from '@backproof/core';
import type { VNode } from 'preact';

const FORMS: readonly (readonly [FixForm, name: string])[] = [
  ['cli', 'AWS CLI'],
  ['terraform', 'Terraform'],
  ['cloudformation', 'CloudFormation'],
];

/** The fixes of a failure, closed at first: to be read, changed and copied. Nothing of it is run. */
export function Fixes({ fixes }: { readonly fixes: readonly Fix[] }): VNode | null {
  if (fixes.length === 0) return null;
  return (
    <details class="fixes">
      <summary>How to fix it</summary>
      <p class="detail">Backproof changes nothing: read it, put in what is in capitals, and run it yourself.</p>
      {fixes.map((fix) => (
        <FixItem fix={fix} />
      ))}
    </details>
  );
}

function FixItem({ fix }: { readonly fix: Fix }): VNode {
  const { sentence, warning, commands, terraform, cloudFormation } = fix;
  const has = { cli: commands.length > 0, terraform, cloudformation: cloudFormation };
  return (
    <>
      <p>{printable(sentence)}</p>
      {warning !== undefined && <p class="note">Caution: {printable(warning)}</p>}
      {FORMS.filter(([form]) => has[form]).map(([form, name]) => (
        <details>
          <summary>{name}</summary>
          <pre>
            {snippet(fix, form).map((line) => (
              <code>{line}</code>
            ))}
          </pre>
        </details>
      ))}
    </>
  );
}

/** The lines of a form, without the sentences before them. */
function snippet(fix: Fix, form: FixForm): readonly string[] {
  const lines = fixLines(fix, form).filter((line) => line.startsWith('  '));
  return lines.map((line) => line.slice(2)).flatMap((line) => line.split('\n'));
}
