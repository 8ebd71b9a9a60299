/** The verdict, its figures, tables and groups. */
export const BLOCKS = `
.verdict { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 1.5rem; padding: 1.1rem 1.25rem; border: 1px solid; border-left-width: 8px; border-radius: 8px; }
.verdict .word { margin: 0; font-size: 1.6rem; font-weight: 700; line-height: 1.25; }
.verdict p, .verdict ul { margin: 0 0 0.4rem; }
.verdict ul { padding-left: 1.1rem; }
.verdict .policy { margin: 0.5rem 0 0; font-size: 0.88rem; }
.verdict.clean { border-color: var(--pass); } .verdict.clean .word { color: var(--pass); }
.verdict.violations { border-color: var(--open); } .verdict.violations .word { color: var(--open); }
.verdict.incomplete { border-color: var(--unknown); } .verdict.incomplete .word { color: var(--unknown); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1px; margin: 1.25rem 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.figures > li { padding: 0.7rem 0.9rem; box-shadow: 0 0 0 1px var(--line); color: var(--quiet); font-size: 0.88rem; }
.figures .value { display: block; color: var(--ink); font-size: 1.5rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
tr:target { background: var(--raised); }
.figures .detail { display: block; }
.severities { display: flex; flex-wrap: wrap; gap: 0.15rem 0.6rem; font-size: 0.85rem; }
table { width: 100%; margin: 0 0 1.25rem; border-collapse: collapse; font-size: 0.92rem; }
caption { padding: 0.35rem 0; text-align: left; color: var(--quiet); font-size: 0.85rem; }
th, td { overflow-wrap: anywhere; padding: 0.5rem 0.9rem 0.5rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { overflow-wrap: break-word; border-top: 0; border-bottom: 1px solid var(--quiet); color: var(--quiet); font-size: 0.8rem; font-weight: 600; vertical-align: bottom; }
tbody th { min-width: 9rem; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
.number + td, .number + th:not(.number) { padding-left: 1rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.group { margin: 0.6rem 0; border: 1px solid var(--line); border-radius: 8px; }
.group > summary { padding: 0.55rem 0.9rem; cursor: pointer; }
.group > summary:hover { background: var(--raised); }
.group > table { margin: 0; }
.group > .left-out { margin: 0.6rem 0.9rem; }
.group > table > caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.group :is(th, td):first-child { padding-left: 0.9rem; }
.group :is(th, td):last-child { padding-right: 0.9rem; }
.group thead { background: var(--raised); }
.group thead th { padding-top: 0.3rem; padding-bottom: 0.3rem; border-bottom-color: var(--line); border-top: 1px solid var(--line); }
.group tbody tr:first-child > * { border-top: 0; }
.group th:first-child { width: 30%; } .group th:nth-child(2) { width: 8.5rem; }
.message-id { font-weight: 600; }
.group[open] > summary .example { display: none; }
.example { display: block; margin: 0.15rem 0 0 1.1rem; color: var(--quiet); font-size: 0.9rem; }
.more > summary, .seen > summary, .fixes summary { cursor: pointer; color: var(--link); font-size: 0.88rem; }
.more { margin: -0.5rem 0 1.25rem; }
.seen, .fixes { margin: 0.2rem 0; }
.fixes pre { overflow-x: auto; max-width: 100%; margin: 0.3rem 0; padding: 0.6rem; background: var(--raised); font-size: 0.8rem; }
.fixes pre code { display: block; }
#losses .number { white-space: nowrap; }
#losses table:first-of-type td:last-child { width: 36%; }
.rule-card { padding: 0.25rem 0 0.5rem; }
.rule-card dl, .hashes { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0.3rem 1rem; font-size: 0.92rem; }
.rule-card dt, .hashes dt { color: var(--quiet); }
.rule-card dd, .hashes dd { margin: 0; }
.filters { display: flex; flex-wrap: wrap; align-items: end; gap: 0.6rem 1rem; padding: 0.75rem 0.9rem; border-radius: 8px; background: var(--raised); font-size: 0.9rem; }
.filters[hidden] { display: none; }
.filters label { display: grid; gap: 0.15rem; }
.filters input, .filters select, .filters button { min-height: 2.1rem; padding: 0.25rem 0.6rem; border: 1px solid var(--quiet); border-radius: 5px; background: var(--paper); color: var(--ink); font: inherit; }
.filters input { width: 18rem; max-width: 100%; }
.filters select { max-width: 13rem; }
#resource-filters input { width: 13rem; }
#resources th:first-child { width: 30%; }
#resources td { font-size: 0.86rem; }
#resources td a { text-decoration: none; } #resources td a:hover { text-decoration: underline; }
.sort { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
.sort:hover { text-decoration: underline; }
[aria-sort="ascending"] .sort::after { content: " \\25b2"; } [aria-sort="descending"] .sort::after { content: " \\25bc"; }
#more-resources { min-height: 2.1rem; padding: 0.25rem 0.9rem; border: 1px solid var(--quiet); border-radius: 5px; background: var(--paper); color: var(--ink); font: inherit; }
.filters output { min-height: 2.1rem; line-height: 2.1rem; color: var(--quiet); }
.search { margin-top: 0.5rem; } .search > .detail { margin: 0.5rem 0.9rem; }
.search label { flex: 0 1 24rem; min-width: 0; } .search input { width: 100%; }
.hits { max-height: 60vh; margin: 0 0 1rem; padding: 0; overflow-y: auto; list-style: none; }
.hits:empty { display: none; }
.hits .message-id { font-weight: 400; }
.hits li { padding: 0.45rem 0.9rem; border-bottom: 1px solid var(--line); font-size: 0.92rem; overflow-wrap: anywhere; }
@media screen and (max-width: 44rem) {
  .verdict { grid-template-columns: 1fr; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, caption, tbody, tr, th, td { display: block; width: 100%; }
  .group th:first-child, .group th:nth-child(2), #resources th:first-child { width: 100%; }
  #resources td::before { display: inline-block; width: 9rem; }
  tbody tr { padding: 0.6rem 0; border-top: 1px solid var(--line); }
  th, td { padding: 0.15rem 0; border-top: 0; }
  .group :is(th, td) { padding-left: 0.9rem; padding-right: 0.9rem; }
  td::before { content: attr(data-label); display: block; color: var(--quiet); font-size: 0.75rem; }
  td.number { text-align: left; } .number + td, .number + td.number { padding-left: 0; }
  td.number::before { display: inline-block; width: 9rem; }
  .rule-card dl, .hashes { grid-template-columns: minmax(0, 1fr); }
}
`;
