/** Characters that XML 1.0 does not allow, not even as a reference: control characters, half characters and two others. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Sequences that colour a terminal; what would be left of them is noise. */
// eslint-disable-next-line no-control-regex
const ANSI = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text with characters that XML does not allow replaced by U+FFFD. */
export function legal(text: string): string {
  return text.replace(ANSI, '').replace(ILLEGAL, '\ufffd');
}

/** A stranger's text as the content of an element. */
function content(text: string): string {
  return legal(text).replace(/[&<>\r]/g, reference);
}

/** Attributes as they stand in a tag, each with a space before it: ` name="orders" tests="1"`. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${legal(String(value)).replace(/[&<>"\t\n\r]/g, reference)}"`)
    .join('');
}

/** An element of attributes and text: `<failure message="why">why</failure>`. */
export function element(name: string, values: Readonly<Record<string, string | number>>, text = ''): string {
  return text === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content(text)}</${name}>`;
}

function reference(character: string): string {
  return REFERENCES[character] ?? character;
}
