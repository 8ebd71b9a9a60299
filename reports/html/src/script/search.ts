import { KIND_WORDS } from '../words.js';

/** The most hits that are listed. */
const LISTED = 50;

/** Searches the index of all outcomes, which is read when the search is first used; `outcomeIndex` describes its lines. */
export const SEARCH = `
const KINDS = ${JSON.stringify(KIND_WORDS)};
const ORDER = ['critical', 'high', 'medium', 'low', 'unknown', 'waived', 'baseline', 'pass', 'notApplicable'];

const readIndex = () => {
  const [outcomes, entries] = [[], []];
  let [rule, place, name, arn, unsearched] = ['', '', '', '', 0];
  for (const line of document.getElementById('index').textContent.split('\\n')) {
    const rest = line.slice(1);
    if (line === '') continue;
    else if (line[0] === '>') rule = rest;
    else if (line[0] === '@') place = rest;
    else if (line[0] === "'") name = rest;
    else if (line[0] === '!') unsearched = Number(rest);
    else if (line[0] === '=') {
      const [kind, severity, message, ...type] = rest.split(' ');
      const rank = ORDER.indexOf(kind === 'open' ? severity : kind);
      const isFailure = kind === 'open' || kind === 'waived' || kind === 'baseline';
      entries.push({ kind, severity, message, type: type.join(' '), rank, words: isFailure ? 'fail ' : '' });
    } else {
      const [number, shared] = line.split(',', 2);
      arn = arn.slice(0, parseInt(shared, 36)) + line.slice(number.length + shared.length + 2);
      const entry = entries[parseInt(number, 36)];
      const outcome = { ...entry, rule, place, arn, name: name || arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1) };
      outcome.text = [entry.words + KINDS[entry.kind].word, entry.severity, rule, entry.message, entry.type, outcome.name, place, arn].join(' ').toLowerCase();
      outcomes.push(outcome);
      name = '';
    }
  }
  return { outcomes, unsearched };
};

const search = document.getElementById('search');
if (search) {
  const query = document.getElementById('query');
  const hits = document.getElementById('hits');
  const list = document.getElementById('hit-list');
  let index;
  let rows;

  const read = () => {
    if (index) return;
    index = readIndex();
    rows = new Map([...document.querySelectorAll('tr[id^="finding-"]')].map((row) => [
      row.closest('[data-rule]').dataset.rule + ' ' + row.querySelector('.arn').textContent, row,
    ]));
    if (index.unsearched > 0) {
      document.getElementById('unsearched').textContent = ' ' + index.unsearched.toLocaleString('en') +
        ' of them are not even in the index, so the search does not find them. List all with: backproof report RUN.json --report csv=outcomes.csv';
    }
  };

  const element = (tag, type, text) => {
    const made = document.createElement(tag);
    made.className = type;
    made.textContent = text;
    return made;
  };

  const item = (outcome) => {
    const { kind, severity, message, rule, type, name, place, arn } = outcome;
    const made = document.createElement('li');
    const row = rows.get(rule + ' ' + arn);
    const sign = KINDS[kind].sign + ' ' + KINDS[kind].word + (kind === 'open' ? ', ' + severity : '');
    made.append(element('span', 'kind ' + kind, sign), ' ', element('span', 'name', name), ' ', element('span', 'type', type), ' ');
    made.append(element('span', 'message-id', rule + ': ' + message), ' ', element('span', 'region', place), ' ');
    if (row) {
      const link = element('a', '', 'in full below');
      link.href = '#' + row.id;
      link.addEventListener('click', () => {
        for (let parent = row; parent; parent = parent.parentElement) {
          parent.hidden = false;
          if (parent.tagName === 'DETAILS') parent.open = true;
        }
      });
      made.append(link);
    } else made.append(element('span', 'type', 'only in the index'));
    made.append(element('span', 'arn', arn));
    return made;
  };

  const apply = () => {
    read();
    const words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const found = words.length === 0 ? [] : index.outcomes.filter(({ text }) => words.every((word) => text.includes(word)));
    const counts = new Map();
    for (const { kind } of found) counts.set(kind, (counts.get(kind) || 0) + 1);
    const kinds = ['open', ...ORDER].filter((kind) => counts.has(kind)).map((kind) => counts.get(kind).toLocaleString('en') + ' ' + KINDS[kind].word);
    const total = found.length.toLocaleString('en') + (found.length === 1 ? ' outcome' : ' outcomes');
    const cut = found.length > ${LISTED} ? '; the worst ${LISTED} are listed' : '';
    hits.value = words.length === 0 ? '' : found.length === 0 ? 'no outcome' : total + ': ' + kinds.join(', ') + cut;
    list.replaceChildren(...found.sort((a, b) => a.rank - b.rank).slice(0, ${LISTED}).map(item));
  };

  query.addEventListener('input', apply);
  query.addEventListener('focus', read);
  search.hidden = false;
}
`;
