/** A cell that a spreadsheet would calculate, also behind white space or in full width. @source OWASP, CSV Injection */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Control characters that no spreadsheet shows, except tab, carriage return and line feed. */
const CONTROL = /[^\P{Cc}\t\r\n]/gu;

/** Cells as a row of CSV, with its line end. Formulas in untrusted text are disarmed by an apostrophe. */
export function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const shown = text.replace(CONTROL, '\ufffd');
  const safe = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
