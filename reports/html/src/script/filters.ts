/** Filters the open violations on the page by text and severity. */
export const FILTERS = `
const SEVERITIES = ['low', 'medium', 'high', 'critical'];
const filters = document.getElementById('filters');

if (filters) {
  const text = document.getElementById('text');
  const severity = document.getElementById('severity');
  const found = document.getElementById('found');
  const section = document.getElementById('violations');
  const rows = [...section.querySelectorAll('tbody > tr')].map((row) => ({
    row,
    group: row.closest('details'),
    text: row.textContent.toLowerCase(),
  }));

  const apply = () => {
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const least = SEVERITIES.indexOf(severity.value);
    const groups = new Map();
    let shown = 0;
    for (const { row, group, text } of rows) {
      const fits = SEVERITIES.indexOf(group.dataset.severity) >= least && words.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
      groups.set(group, (groups.get(group) || 0) + (fits ? 1 : 0));
    }
    for (const [group, fitting] of groups) {
      group.hidden = fitting === 0;
      if (words.length > 0 && fitting > 0) group.open = true;
    }
    for (const rule of section.querySelectorAll('.rule')) {
      rule.hidden = !rule.querySelector('.group:not([hidden])');
    }
    found.value = shown + ' of ' + rows.length + (rows.length === 1 ? ' finding' : ' findings') + ' on this page';
  };

  text.addEventListener('input', apply);
  severity.addEventListener('input', apply);
  document.getElementById('open-all').addEventListener('click', () => {
    for (const group of section.querySelectorAll('.group')) group.open = true;
  });
  filters.hidden = false;
  apply();
}
`;
