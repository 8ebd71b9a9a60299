/** The style of what only a drill shows. */
export const STYLE = `
.number { white-space: nowrap; }
#losses td:last-child { width: 38%; }
#resources-left td:last-child { min-width: 5.5rem; }
@media screen and (max-width: 44rem) {
  #losses td:last-child { width: 100%; }
  :is(#resources-left, #groups) td::before { display: inline-block; width: 8rem; vertical-align: top; }
}
`;
