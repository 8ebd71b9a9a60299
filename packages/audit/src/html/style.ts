/** The style of what only an audit shows. */
export const STYLE = `
.lines { display: block; width: 100%; max-width: 46rem; height: auto; }
.lines .frame { fill: none; stroke: var(--line); stroke-width: 1; }
.lines .line { fill: none; stroke: var(--medium); stroke-width: 2; }
.lines .dot { fill: var(--medium); }
.lines .stem { stroke: var(--medium); stroke-width: 1; }
.lines text { fill: var(--quiet); font-size: 11px; }
.signature { height: 3.2rem; }
#exceptions th:first-child { width: 27%; }
#exceptions :is(th, td):nth-child(2) { width: 25%; }
#exceptions .rule, #sample .rule { margin: 0.4rem 0 0.1rem; }
#exceptions .ended { margin-top: 0.6rem; padding-top: 0.6rem; border-top: 1px dotted var(--line); }
#walkthroughs th:first-child { width: 9rem; }
#walkthroughs .tested { margin: 0 0 0.3rem; }
#walkthroughs .tested .detail { display: block; }
#controls .kind, #runs td { white-space: nowrap; }
@media screen and (max-width: 44rem) {
  #exceptions :is(th, td):nth-child(n) { width: 100%; }
  #runs td { white-space: normal; }
}
@media print {
  .lines, .signature { break-inside: avoid; }
  #signoff { break-inside: avoid; }
  #exceptions tr, #sample tr { break-inside: auto; }
  #walkthroughs tr:nth-child(-n + 2) { break-after: avoid; }
  section > p:first-of-type { break-before: avoid; }
  #exceptions :is(li, .message, th > *) { break-inside: avoid; }
  #exceptions ul { margin: 0.1rem 0; }
  th, td { padding-right: 0.5rem; }
}
`;
