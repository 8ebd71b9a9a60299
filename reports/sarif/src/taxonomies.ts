import { legible } from '@backproof/core';
import type { RuleInRun } from '@backproof/core';
import type { ReportingDescriptorRelationship, ToolComponent } from 'sarif';
import { guidOf } from './guid.js';

/** A control framework with those of its controls that rules of the run support. */
interface Taxonomy {
  readonly name: string;
  readonly controls: readonly string[];
}

/** The frameworks that the rules name in their `controls`, such as `soc2/A1.2`, in their order. */
export function taxonomiesOf(rules: readonly RuleInRun[]): readonly Taxonomy[] {
  const byFramework = new Map<string, Set<string>>();
  for (const { framework, control } of rules.flatMap(({ controls }) => controls.map(splitControl))) {
    byFramework.set(framework, (byFramework.get(framework) ?? new Set()).add(control));
  }
  return [...byFramework].map(([name, controls]) => ({ name, controls: [...controls] }));
}

export function taxonomyComponents(taxonomies: readonly Taxonomy[]): ToolComponent[] {
  return taxonomies.map(({ name, controls }) => ({
    name: legible(name),
    guid: guidOf('taxonomy', name),
    isComprehensive: false,
    taxa: controls.map((id) => ({ id: legible(id), guid: guidOf('control', `${name}/${id}`) })),
  }));
}

/** The relationships of a rule to the controls that it supports: its verdicts are evidence for them. */
export function relationshipsOf(
  { controls }: RuleInRun,
  taxonomies: readonly Taxonomy[],
): ReportingDescriptorRelationship[] {
  return controls.map(splitControl).map(({ framework, control }) => {
    const index = taxonomies.findIndex(({ name }) => name === framework);
    const toolComponent = { name: legible(framework), index, guid: guidOf('taxonomy', framework) };
    const at = taxonomies[index]?.controls.indexOf(control) ?? -1;
    return { target: { id: legible(control), index: at, toolComponent }, kinds: ['relevant'] };
  });
}

function splitControl(name: string): { readonly framework: string; readonly control: string } {
  const cut = name.indexOf('/');
  return { framework: name.slice(0, cut), control: name.slice(cut + 1) };
}
