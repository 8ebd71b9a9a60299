import type { VNode } from 'preact';

/** Options as a list of names and values; lists and objects are written as JSON. */
export function Settings({ values }: { readonly values: object }): VNode {
  const entries = Object.entries(values) as readonly (readonly [string, unknown])[];
  if (entries.length === 0) return <span class="none">none</span>;
  return (
    <ul class="settings">
      {entries.map(([name, value]) => (
        <li>
          <code>{name}</code> {typeof value === 'string' ? value : JSON.stringify(value)}
        </li>
      ))}
    </ul>
  );
}
