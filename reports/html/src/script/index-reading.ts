import { KIND_WORDS } from '../words.js';

/** Reads the index of all outcomes when it is first needed; `outcomeIndex` describes its lines. Finds and shows findings. */
export const INDEX_READING = `
const KINDS = ${JSON.stringify(KIND_WORDS)};
const ORDER = ['critical', 'high', 'medium', 'low', 'unknown', 'waived', 'baseline', 'pass', 'notApplicable'];

let index;
const readIndex = () => {
  if (index) return index;
  const [outcomes, entries, subjects] = [[], [], []];
  let [rule, place, name, arn, last, unsearched] = ['', '', '', '', 0, 0];
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
      if (shared[0] === '~') last = shared === '~' ? last + 1 : parseInt(shared.slice(1), 36);
      else {
        arn = arn.slice(0, parseInt(shared, 36)) + line.slice(number.length + shared.length + 2);
        last = subjects.length;
        subjects.push({ arn, place, name: name || arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1) });
      }
      const entry = entries[parseInt(number, 36)];
      const outcome = { ...entry, ...subjects[last], rule };
      outcome.text = [entry.words + KINDS[entry.kind].word, entry.severity, rule, entry.message, entry.type, outcome.name, outcome.place, outcome.arn].join(' ').toLowerCase();
      outcomes.push(outcome);
      name = '';
    }
  }
  index = { outcomes, unsearched };
  return index;
};

let rows;
const rowOf = ({ rule, arn }) => {
  if (!rows) {
    rows = new Map([...document.querySelectorAll('tr[id^="finding-"]')].map((row) => [
      row.closest('[data-rule]').dataset.rule + ' ' + row.querySelector('.arn').textContent, row,
    ]));
  }
  return rows.get(rule + ' ' + arn);
};

const element = (tag, type, text) => {
  const made = document.createElement(tag);
  if (type) made.className = type;
  made.textContent = text;
  return made;
};

const linkTo = (row, content) => {
  const link = element('a', '', '');
  link.append(content);
  link.href = '#' + row.id;
  link.addEventListener('click', () => { reveal(row); });
  return link;
};

const reveal = (row) => {
  for (let parent = row; parent; parent = parent.parentElement) {
    parent.hidden = false;
    if (parent.tagName === 'DETAILS') parent.open = true;
  }
};

addEventListener('hashchange', () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.id.startsWith('finding-')) {
    reveal(target);
    target.scrollIntoView();
  }
});
`;
