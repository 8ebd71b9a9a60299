/** What an audit shows that a report of a run does not. */
export const STYLE = `
.lines { display: block; width: 100%; max-width: 46rem; height: auto; }
.lines .frame { fill: none; stroke: var(--line); stroke-width: 1; }
.lines .line { fill: none; stroke: var(--medium); stroke-width: 2; }
.lines .dot { fill: var(--medium); }
.lines text { fill: var(--quiet); font-size: 11px; }
.signature { height: 3.2rem; }
@media print {
  .lines, .signature { break-inside: avoid; }
  #exceptions, #signoff { break-before: page; }
  th, td { padding-right: 0.5rem; }
}
`;
