import { canonicalJson, count } from '@backproof/core';
import { markup, number, section, table } from '@backproof/report-html';
import type { ComponentChildren } from 'preact';
import type { Audit, AuditedControl, RuleParameters } from '../audit.js';
import type { ConclusionOfControl } from '../control-walkthrough.js';
import { SECTIONS } from './contents.js';

const LEAD = (
  <p>
    One table for each control that rules of the runs assess. A conclusion is about what the rules tested and about
    nothing else: policies, people and reviews are part of a control, too, and no run sees them.
  </p>
);

/** The objective, the tests, the population, the result and the conclusion of each control. */
export function* walkthroughs(audit: Audit): Generator<string> {
  const assessed = audit.frameworks.flatMap(({ name, controls }) =>
    controls.filter(({ rules }) => rules.length > 0).map((control) => ({ framework: name, control })),
  );
  if (assessed.length === 0) {
    const none =
      audit.frameworks.length === 0 ? 'No framework was asked for.' : 'No rule of the runs assesses a control.';
    yield* section(SECTIONS.walkthroughs, <p class="none">{none}</p>);
    return;
  }
  yield* section(SECTIONS.walkthroughs, LEAD, pieces());

  function* pieces(): Generator<string> {
    let heading = '';
    for (const { framework, control } of assessed) {
      if (framework !== heading) yield markup(<h3>{framework}</h3>);
      heading = framework;
      yield* table<Step>({
        caption: `Walkthrough of ${control.id}`,
        columns: [
          { title: 'Step', cell: ({ step }) => <span class="name">{step}</span> },
          { title: 'What was done and found', cell: ({ text }) => text },
        ],
        rows: stepsOf(control, audit),
      });
    }
  }
}

interface Step {
  readonly step: string;
  readonly text: ComponentChildren;
}

function stepsOf(control: AuditedControl, audit: Audit): readonly Step[] {
  const { objective, frequency, rules, runs, walkthrough } = control;
  const { sample, scopes, population } = audit;
  const places = new Set(scopes.map(({ accountId, region }) => `${accountId} ${region}`)).size;
  const parameters = audit.parameters.filter(({ ruleId }) => rules.includes(ruleId));
  const { exceptions, unapproved, open } = walkthrough;
  return [
    { step: 'Objective', text: frequency === undefined ? objective : `${objective} ${frequency}` },
    { step: 'Tested', text: parameters.map((each) => <Tested of={each} />) },
    {
      step: 'How',
      text: `The runs read the resources and their backups in ${count(places, 'scope')}, each an account in a Region, from AWS, and judged by these rules every resource that they do not exclude. The ledger has each outcome with its evidence.`,
    },
    {
      step: 'Population',
      text: `${number(population.total.judged)} judged resources in the closing run, ${number(population.total.excluded)} excluded. In it, the rules passed or failed ${number(control.tested)}; a result of ${number(control.unknown)} is unknown.`,
    },
    {
      step: 'Sample',
      text:
        'None: each run judged every resource that it lists and does not exclude.' +
        (sample === undefined
          ? ''
          : ` For review, ${count(sample.items.length, 'resource')} were drawn of all that runs judged.`),
    },
    {
      step: 'Result',
      text: `Of ${count(totalOf(runs), 'run')}: passed in ${number(runs.pass)}, failed in ${number(runs.fail)}, waived in ${number(runs.waived)}, unknown in ${number(runs.unknown)}, not assessed in ${number(runs.notAssessed)}.`,
    },
    {
      step: 'Exceptions',
      text: `${number(exceptions)}, of which ${number(unapproved)} were not approved for all of their time, ${number(open)} of these open at the end.`,
    },
    {
      step: 'Conclusion',
      text: (
        <>
          <strong>{CONCLUSIONS[walkthrough.conclusion]}</strong>
          {walkthrough.reasons.map((reason) => (
            <span class="detail">{reason}</span>
          ))}
        </>
      ),
    },
  ];
}

const CONCLUSIONS: Readonly<Record<ConclusionOfControl, string>> = {
  exceptions: 'Exceptions were found.',
  'not-concluded': 'Could not be concluded.',
  approved: 'All exceptions were approved.',
  'no-exceptions': 'No exception was found.',
  'not-assessed': 'Not assessed.',
};

/** A rule with the parameters that it had in some runs. */
function Tested({ of: { ruleId, title, version, options, runs } }: { readonly of: RuleParameters }) {
  return (
    <p class="tested">
      {title}
      <span class="detail">
        {ruleId} {version} in {count(runs, 'run')}, {canonicalJson(options)}
      </span>
    </p>
  );
}

function totalOf(runs: AuditedControl['runs']): number {
  return Object.values(runs).reduce((sum, each) => sum + each, 0);
}
