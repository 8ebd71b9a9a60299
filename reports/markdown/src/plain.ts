/** Characters that are invisible, turn the direction of text or are half a character. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Characters that are structure in Markdown or HTML, or begin an address. */
const STRUCTURE = /[&<>"'`*_~[\](){}!|\\#:@$^%=]|(?<=www)\./gi;

/** Characters that GitHub and GitLab take for a reference (`@user`, `#1`, `!2`, `$3`, `%4`, `~label`) even where it is escaped. */
const SIGIL = /[@#!$%&~^]/;

const LONGEST = 300;

/** A stranger's text as text of a line of Markdown: nothing of it is structure, a link or a mention. Long ones end in an ellipsis. */
export function plain(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  const cut = line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
  const shown = cut.replace(UNSEEN, '\ufffd');
  return shown.replace(STRUCTURE, (character) => {
    const reference = `&#${character.charCodeAt(0)};`;
    return SIGIL.test(character) ? `${reference}&#8203;` : reference;
  });
}
