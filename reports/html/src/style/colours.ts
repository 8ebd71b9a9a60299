/** Light unless the reader's system is dark; on paper always light. Text keeps 4.5:1 against what it stands on. */
export const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --raised: #f5f6f8; --line: #dde1e7; --ink: #1b2029; --quiet: #566072; --link: #1c57b0;
  --pass: #1a7d58; --open: #bd3017; --unknown: #865c00; --waived: #6b4bb8; --baseline: #4d6187; --not-applicable: #667080;
  --short: #6fa8dc; --medium: #2f78c4; --long: #17427c; --continuous: #1a7d58; --unusable: #bd3017;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #13161c; --raised: #1b2028; --line: #313946; --ink: #e6e9ef; --quiet: #a5afbf; --link: #8ab4f8;
    --pass: #56c596; --open: #ff8f78; --unknown: #e3b341; --waived: #bda6f5; --baseline: #a3b6d9; --not-applicable: #a1aab8;
    --short: #2f6db5; --medium: #5f9ee6; --long: #b9d7ff; --continuous: #56c596; --unusable: #ff8f78;
  }
}
`;
