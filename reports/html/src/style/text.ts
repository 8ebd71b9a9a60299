/** The style of small, quiet and marked text. */
export const TEXT = `
.answer { display: block; margin: 0.6rem 0 0.5rem; color: var(--ink); font-size: 1.2rem; font-weight: 600; line-height: 1.35; }
.console, .anchor { font-size: 0.8rem; }
.anchor { color: var(--quiet); }
code, pre, .arn { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: 0.9em; }
pre { padding: 0.75rem 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
.name { font-weight: 600; unicode-bidi: isolate; }
.type, .detail, .policy, .note, .none, .region { color: var(--quiet); }
.type, .detail, .note { font-size: 0.92em; }
.arn { display: block; color: var(--quiet); font-size: 0.78rem; line-height: 1.4; unicode-bidi: isolate; }
.detail { font-weight: 400; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
td > .detail, th > .detail { display: block; }
.account { font-variant-numeric: tabular-nums; white-space: nowrap; }
.region { display: inline-block; }
.nowrap, td time { white-space: nowrap; }
.none { font-style: italic; }
.left-out { padding: 0.4rem 0.75rem; border-left: 3px solid var(--unknown); background: var(--raised); font-size: 0.9rem; }
.kind.pass { color: var(--pass); } .kind.open { color: var(--open); } .kind.unknown { color: var(--unknown); }
.kind.waived { color: var(--waived); } .kind.baseline { color: var(--baseline); } .kind.notApplicable { color: var(--not-applicable); }
.severity {
  display: inline-block; padding: 0 0.45em; border: 1px solid currentColor; border-radius: 4px;
  font-size: 0.78rem; font-weight: 600; line-height: 1.5; white-space: nowrap;
}
.severity.critical { background: var(--open); border-color: var(--open); color: var(--paper); }
.severity.high { color: var(--open); } .severity.medium { color: var(--unknown); } .severity.low { color: var(--quiet); }
.state.active { color: var(--pass); } .state.expired { color: var(--open); } .state.stale { color: var(--quiet); }
.message { margin: 0 0 0.3rem; }
.note { margin: 0 0 0.3rem; }
.evidence, .gaps, .settings, .counts { margin: 0; padding: 0; list-style: none; font-size: 0.86rem; color: var(--quiet); }
.evidence li, .gaps li { padding-left: 0.9rem; text-indent: -0.9rem; }
.evidence li > *, .gaps li > * { text-indent: 0; }
.evidence li::before { content: "· "; } .gaps li::before { content: "! "; }
.evidence time { color: var(--ink); font-variant-numeric: tabular-nums; }
.counts { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.8rem; }
.counts a { color: inherit; text-decoration: none; } .counts a:hover { text-decoration: underline; }
.counts a { display: inline-block; padding: 0.15rem 0; }
.counts .lookup, .counts a .kind { text-decoration: underline dotted; text-underline-offset: 0.2em; }
.settings code { color: var(--ink); }
.remedy { padding: 0.6rem 0.9rem; border-left: 3px solid var(--pass); background: var(--raised); }
`;
