/** The most hits that are listed. */
const LISTED = 50;

/** Searches the index of all outcomes. */
export const SEARCH = `
const search = document.getElementById('search');
if (search) {
  const query = document.getElementById('query');
  const hits = document.getElementById('hits');
  const list = document.getElementById('hit-list');
  const read = () => {
    const { unsearched } = readIndex();
    if (unsearched > 0) {
      document.getElementById('unsearched').textContent = ' ' + unsearched.toLocaleString('en') +
        ' of them are not even in the index, so the search does not find them. List all with: backproof report RUN.json --report csv=outcomes.csv';
    }
  };

  const item = (outcome) => {
    const { kind, severity, message, rule, type, name, place, arn } = outcome;
    const made = document.createElement('li');
    const row = rowOf(outcome);
    const sign = KINDS[kind].sign + ' ' + KINDS[kind].word + (kind === 'open' ? ', ' + severity : '');
    made.append(element('span', 'kind ' + kind, sign), ' ', element('span', 'name', name), ' ', element('span', 'type', type), ' ');
    made.append(element('span', 'message-id', rule + ': ' + message), ' ', element('span', 'region', place), ' ');
    made.append(row ? linkTo(row, 'in full below') : element('span', 'type', 'only in the index'));
    made.append(element('span', 'arn', arn));
    return made;
  };

  const apply = () => {
    read();
    const words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const found = words.length === 0 ? [] : readIndex().outcomes.filter(({ text }) => words.every((word) => text.includes(word)));
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
