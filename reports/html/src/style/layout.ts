/** The page: one column, with the contents beside it where there is room. */
export const LAYOUT = `
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif;
  overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; z-index: 1; }
header, .page, footer { max-width: 86rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.25rem; padding-bottom: 0.5rem; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.01em; }
header p { margin: 0.4rem 0 0; color: var(--quiet); }
h2 { margin: 0 0 0.75rem; font-size: 1.35rem; line-height: 1.25; }
h3 { margin: 2rem 0 0.35rem; font-size: 1.08rem; line-height: 1.3; }
p, ul, dl, pre { margin: 0 0 0.9rem; }
main { min-width: 0; }
main:focus { outline: none; }
main > section { padding: 1.75rem 0 1.5rem; border-top: 1px solid var(--line); }
main > section:first-child { border-top: 0; }
nav ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; font-size: 0.9rem; }
nav a { display: block; padding: 0.25rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav a[aria-current] { color: var(--ink); font-weight: 600; }
main > .empty { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.8rem; padding: 0.6rem 0; }
.empty h2 { margin: 0; font-size: 1rem; } .empty p { margin: 0; font-size: 0.92rem; }
footer { padding-top: 1rem; padding-bottom: 2.5rem; color: var(--quiet); font-size: 0.85rem; }
@media (min-width: 72rem) {
  .page { display: grid; grid-template-columns: 12.5rem minmax(0, 1fr); gap: 2.5rem; }
  nav { position: sticky; top: 1.5rem; align-self: start; padding-top: 1.75rem; }
  nav ol { display: block; }
  nav a { padding-left: 0.7rem; border-left: 3px solid transparent; }
  nav a[aria-current] { border-color: var(--link); }
}
`;
