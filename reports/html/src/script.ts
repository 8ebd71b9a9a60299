/**
 * The script of the page: it searches and filters the findings, and unfolds the page for printing. The report can be
 * read without it.
 */
export const SCRIPT = `
const SEVERITIES = ['low', 'medium', 'high', 'critical'];
const filters = document.getElementById('filters');
const folded = () => document.querySelectorAll('details:not([open])');

addEventListener('beforeprint', () => {
  for (const details of folded()) {
    details.open = true;
    addEventListener('afterprint', () => { details.open = false; }, { once: true });
  }
});

if (filters) {
  const search = document.getElementById('search');
  const severity = document.getElementById('severity');
  const found = document.getElementById('found');
  const section = document.getElementById('violations');
  const rows = [...section.querySelectorAll('tbody > tr')].map((row) => ({
    row,
    group: row.closest('details'),
    text: row.textContent.toLowerCase(),
  }));
  const offPage = document.getElementById('off-page');
  const index = offPage ? offPage.textContent.toLowerCase().trim().split('\\n') : [];
  const beyond = offPage ? Number(offPage.dataset.beyond) : 0;

  const apply = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
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
    const elsewhere = index.filter(
      (line) =>
        SEVERITIES.indexOf(line.slice(0, line.indexOf(' '))) >= least && words.every((word) => line.includes(word)),
    ).length;
    found.value =
      shown + ' of ' + rows.length + (rows.length === 1 ? ' finding' : ' findings') + (offPage ? ' on this page' : '') +
      (offPage ? ', ' + elsewhere + ' more in the run but not on this page' : '') +
      (beyond > 0 ? ', ' + beyond + ' more not searched' : '');
  };

  search.addEventListener('input', apply);
  severity.addEventListener('input', apply);
  document.getElementById('open-all').addEventListener('click', () => {
    for (const group of section.querySelectorAll('.group')) group.open = true;
  });
  filters.hidden = false;
  apply();
}
`;
