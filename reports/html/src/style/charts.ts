/** Bars, strips, the copy map and the trend. */
export const CHARTS = `
.bar { display: block; width: 100%; max-width: 16rem; height: 0.45rem; margin: 0.25rem 0; border-radius: 3px; background: var(--line); }
.bar .pass, .trend .pass { fill: var(--pass); } .bar .open, .trend .open { fill: var(--open); }
.bar .unknown, .trend .unknown { fill: var(--unknown); } .bar .waived, .trend .waived { fill: var(--waived); }
.bar .baseline, .trend .baseline { fill: var(--baseline); } .bar .notApplicable { fill: var(--line); }
.bar .took { fill: var(--medium); }
.strip { display: block; width: 100%; height: 2.1rem; }
.axis { display: block; width: 100%; height: auto; overflow: visible; }
.axis text { fill: var(--quiet); font-size: 8px; font-weight: 400; }
.strip .grid { fill: none; stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
.strip .days { fill: var(--short); } .strip .months { fill: var(--medium); } .strip .years { fill: var(--long); }
.strip .continuous { fill: var(--continuous); } .strip .unusable { fill: var(--unusable); }
.times, .times-axis { display: block; width: 100%; max-width: 22rem; height: auto; }
.times-axis text { fill: var(--quiet); font-size: 8px; font-weight: 400; }
.times .grid { fill: none; stroke: var(--line); stroke-width: 0.7; } .times .took { fill: var(--medium); fill-opacity: 0.7; }
.legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; padding: 0; list-style: none; font-size: 0.88rem; }
.legend li { display: flex; align-items: flex-end; gap: 0.45rem; }
.swatch { width: 0.55rem; margin-bottom: 0.3rem; }
.swatch.days { height: 0.45rem; background: var(--short); } .swatch.months { height: 0.75rem; background: var(--medium); }
.swatch.years { height: 1.1rem; background: var(--long); } .swatch.continuous { width: 1.4rem; height: 0.22rem; background: var(--continuous); }
.swatch.unusable { height: 0.25rem; background: var(--unusable); }
.regularity { display: grid; grid-template-columns: auto auto; gap: 0 0.7rem; margin: 0; font-size: 0.84rem; font-variant-numeric: tabular-nums; }
.regularity dt { color: var(--quiet); } .regularity dd { margin: 0; }
#calendar th:first-child { width: 28%; } #calendar td:last-child, #calendar thead th:last-child { width: 9rem; }
.copy-map { display: block; width: 100%; max-width: 40rem; margin: 0.5rem 0 1rem; }
.copy-map .band { fill: none; stroke: var(--medium); stroke-opacity: 0.55; }
.copy-map .band.air-gapped { stroke: var(--continuous); stroke-dasharray: 6 2; }
.copy-map text { fill: var(--ink); font-size: 11px; } .copy-map text.region { fill: var(--quiet); font-size: 10px; }
.trend { display: block; width: 100%; max-width: 52rem; }
.trend text { fill: var(--quiet); font-size: 12px; }
@media screen and (max-width: 44rem) {
  #calendar th:first-child, #calendar td:last-child { width: 100%; }
}
`;
