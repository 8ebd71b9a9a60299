/** Control characters but tab and line feed, and half characters, which not every reader of JSON accepts. */
const ILLEGIBLE = /[^\P{Cc}\t\n]|\p{Cs}/gu;

/** Untrusted text with illegible characters replaced by U+FFFD. */
export function legible(text: string): string {
  return text.replace(ILLEGIBLE, '\ufffd');
}

/** The text within a limit of characters; where something was cut off it ends in an ellipsis. */
export function within(limit: number, text: string): string {
  return text.length <= limit ? text : `${legible(text.slice(0, limit - 1))}…`;
}

/** JSON without half characters. They appear in it as escapes such as `\ud83d`, unlike a backslash before such a text. */
export function legibleJson(value: object): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\ud')) return json;
  return json.replace(/(\\\\)|\\ud[89a-f][0-9a-f]{2}/g, (_, backslash: string | undefined) => backslash ?? '\ufffd');
}
