/** Unfolds the page for printing. */
export const PRINTING = `
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) {
    details.open = true;
    addEventListener('afterprint', () => { details.open = false; }, { once: true });
  }
});
`;
