/** Unfolds the page for printing. */
export const PRINTING = `
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open], .fixes, .fixes details)')) {
    details.open = true;
    addEventListener('afterprint', () => { details.open = false; }, { once: true });
  }
});
`;
