import { CONSOLE_DOMAINS, CONSOLE_PAGES } from '@backproof/core';

/** The number of resources that are listed at once. */
const LISTED = 100;

/** The address of a resource in the AWS console, as `consolePageOf` of the core gives it. */
const CONSOLE = `
const PAGES = ${JSON.stringify(CONSOLE_PAGES)};
const DOMAINS = new Map(Object.entries(${JSON.stringify(CONSOLE_DOMAINS)}));

const consolePageOf = ({ arn, type, region }) => {
  const [, partition, , , , ...rest] = arn.split(':');
  const resource = rest.join(':');
  const page = PAGES.find((each) => each.type === type && resource.startsWith(each.before));
  if (!page || !DOMAINS.has(partition) || !/^[a-z]{2,4}(-[a-z]+)+-\\d+$/.test(region)) return undefined;
  const id = resource.slice(page.before.length);
  if (!(page.path.includes('{arn}') ? /^[\\w.-]+\\/[\\w.-]+$/ : /^[\\w.-]+$/).test(id)) return undefined;
  const values = { region, id, arn: encodeURIComponent(arn) };
  return 'https://' + region + '.' + DOMAINS.get(partition) + '/' + page.path.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);
};
`;

/** Sorts and filters all resources of the index, and writes a row for each in place of those that the page comes with. */
export const RESOURCES = `
${CONSOLE}
const filtering = document.getElementById('resource-filters');
if (filtering) {
  const section = document.getElementById('resources');
  const body = section.querySelector('tbody');
  const heads = [...section.querySelectorAll('th[data-column]')];
  const text = document.getElementById('resource-text');
  const choices = [...filtering.querySelectorAll('[data-filter]')];
  const found = document.getElementById('resources-found');
  const more = document.getElementById('more-resources');
  let resources;
  let sorting = { column: '', isDown: false };
  let listed = ${LISTED};

  const readResources = () => {
    const byArn = new Map();
    for (const outcome of readIndex().outcomes) {
      let resource = byArn.get(outcome.arn);
      if (!resource) {
        const { arn, name, type, place } = outcome;
        const [account, region] = place.split(' ');
        resource = { arn, name, type, place, account, region, marks: new Map(), rank: Infinity, failures: 0 };
        resource.text = [name, arn, type, place].join(' ').toLowerCase();
        byArn.set(arn, resource);
      }
      resource.marks.set(outcome.rule, outcome);
      resource.rank = Math.min(resource.rank, outcome.rank);
      if (outcome.kind === 'open') resource.failures += 1;
    }
    return [...byArn.values()];
  };

  const chosen = () => Object.fromEntries(choices.map((choice) => [choice.dataset.filter, choice.value]));

  const matching = ({ account, region, type, rule, status, least }) => {
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const worst = least ? ORDER.indexOf(least) : Infinity;
    const fitsMark = (outcome) =>
      (!status || outcome.kind === status) && (!least || (outcome.kind === 'open' && outcome.rank <= worst));
    return (each) =>
      (!account || each.account === account) && (!region || each.region === region) && (!type || each.type === type) &&
      words.every((word) => each.text.includes(word)) &&
      (rule ? each.marks.has(rule) && fitsMark(each.marks.get(rule)) : (!status && !least) || [...each.marks.values()].some(fitsMark));
  };

  const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const worstFirst = (a, b) => a.rank - b.rank || b.failures - a.failures || compareText(a.name, b.name);
  const ordering = ({ column, isDown }) => {
    const [kind, rule] = column.split(' ');
    const rankOf = ({ marks }) => (marks.has(rule) ? marks.get(rule).rank : Infinity);
    const compare = kind === 'name' ? (a, b) => compareText(a.name, b.name)
      : kind === 'place' ? (a, b) => compareText(a.place, b.place)
      : kind === 'rule' ? (a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b))
      : () => 0;
    return (a, b) => (isDown ? -1 : 1) * compare(a, b) || worstFirst(a, b);
  };

  const dash = (meaning) => {
    const made = element('span', 'none', '');
    const sign = element('span', '', '–');
    sign.setAttribute('aria-hidden', 'true');
    made.append(sign, element('span', 'unseen', meaning));
    return made;
  };

  const verdict = (outcome) => {
    if (!outcome) return dash('not judged');
    const { kind, severity } = outcome;
    if (kind === 'notApplicable') return dash('not applicable');
    const made = kind === 'open' ? element('span', 'severity ' + severity, severity)
      : element('span', 'kind ' + kind, KINDS[kind].sign + ' ' + KINDS[kind].word);
    const row = rowOf(outcome);
    return row ? linkTo(row, made) : made;
  };

  const cell = (head, tag, ...content) => {
    const made = element(tag, '', '');
    made.setAttribute('role', tag === 'th' ? 'rowheader' : 'cell');
    if (tag === 'th') made.scope = 'row';
    made.dataset.label = head.textContent;
    made.append(...content);
    return made;
  };

  const rowFor = (resource) => {
    const made = element('tr', '', '');
    made.setAttribute('role', 'row');
    const name = [element('span', 'name', resource.name), ' ', element('span', 'type', resource.type), ' '];
    const page = consolePageOf(resource);
    if (page) {
      const link = element('a', 'console', 'AWS console');
      link.href = page;
      link.rel = 'noreferrer';
      link.append(element('span', 'unseen', ': ' + resource.name));
      name.push(link);
    }
    name.push(element('span', 'arn', resource.arn));
    heads.forEach((head, i) => {
      const rule = head.dataset.column.split(' ')[1];
      if (i === 0) made.append(cell(head, 'th', ...name));
      else if (rule) made.append(cell(head, 'td', verdict(resource.marks.get(rule))));
      else made.append(cell(head, 'td', element('span', 'account', resource.account), ' ', element('span', 'region', resource.region)));
    });
    return made;
  };

  const apply = () => {
    resources = resources || readResources();
    const fitting = resources.filter(matching(chosen())).sort(ordering(sorting));
    body.replaceChildren(...fitting.slice(0, listed).map(rowFor));
    found.value = fitting.length.toLocaleString('en') + ' of ' + resources.length.toLocaleString('en') +
      (resources.length === 1 ? ' resource' : ' resources') + unindexed();
    more.hidden = fitting.length <= listed;
    for (const rest of section.querySelectorAll('.more, .left-out')) rest.remove();
  };

  const unindexed = () => {
    const { unsearched } = readIndex();
    return unsearched === 0 ? '' : '. ' + unsearched.toLocaleString('en') + ' outcomes are not on this page: see the CSV report';
  };

  const applyAnew = () => {
    listed = ${LISTED};
    apply();
  };

  const clear = () => {
    text.value = '';
    for (const choice of choices) choice.value = '';
  };

  for (const head of heads) {
    const button = element('button', 'sort', '');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const { column } = head.dataset;
      sorting = { column, isDown: sorting.column === column && !sorting.isDown };
      for (const each of heads) each.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', sorting.isDown ? 'descending' : 'ascending');
      apply();
    });
  }
  for (const link of document.querySelectorAll('a.lookup')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      clear();
      for (const choice of choices) choice.value = link.dataset[choice.dataset.filter] || '';
      applyAnew();
      section.scrollIntoView();
    });
  }
  text.addEventListener('input', applyAnew);
  for (const choice of choices) choice.addEventListener('input', applyAnew);
  document.getElementById('all-resources').addEventListener('click', () => {
    clear();
    applyAnew();
  });
  more.addEventListener('click', () => {
    listed += ${LISTED};
    apply();
  });
  filtering.hidden = false;
}
`;
