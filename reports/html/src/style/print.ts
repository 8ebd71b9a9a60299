/**
 * On paper: A4, the head of each table on every page, nothing folded away.
 * @param name of the document, of which only what can do nothing else in a style sheet is taken
 */
export function printStyle(name: string): string {
  return `
@page {
  size: A4; margin: 16mm 14mm 18mm;
  @bottom-left { content: "${name.replace(/[^\w .:-]/g, '')}"; font: 8pt sans-serif; color: #566072; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #566072; }
}
@media print {
  html { font-size: 8.8pt; }
  body { line-height: 1.4; }
  header, .page, footer { max-width: none; padding: 0; }
  .page { display: block; }
  nav, .skip, .search, .filters, .console, .anchor, #more-resources, .fixes { display: none; }
  h1 { font-size: 20pt; }
  h2, h3, summary, caption { break-after: avoid; }
  main > section { padding: 5mm 0; }
  thead { display: table-header-group; break-after: avoid; }
  tr, .verdict, .figures, .rule-card, .copy-map, .trend, .remedy { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary { list-style: none; }
  .group { border: 0; margin: 1rem 0; }
  .group > summary { padding: 0.3rem 0; }
  .group :is(th, td):first-child { padding-left: 0; width: 26%; }
  .group :is(th, td):nth-child(2) { width: 15%; }
  .sort { display: contents; }
  .more > summary { color: inherit; font-weight: 600; }
  .example { display: none; }
  .evidence li, .gaps li, p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
}
