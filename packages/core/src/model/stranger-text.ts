/** The characters that one value takes at most in a message: the longest ARNs and paths that occur are shorter. */
const LONGEST_VALUE = 300;

/** The characters that a message takes at most. */
const LONGEST_MESSAGE = 2000;

const MASK = '***';

/** The patterns of secrets. The first group of each shows that one follows, and stays. */
const SECRETS: readonly RegExp[] = [
  // https://user:password@host
  /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"'<>]{1,1000}(?=@)/gi,
  // Headers, as they are sent, in JSON and as parameters of a signed URL.
  /(\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?)(?:(?:AWS4-[\w-]+|Bearer|Basic|Digest|Negotiate)\s+)?[^"'\r\n<]*/gi,
  /(\b(?:set-)?cookie["']?\s*[:=]\s*["']?)[^"'\r\n<]*/gi,
  /(\bx-amz-(?:security-token|signature|credential)["']?\s*[:=]\s*["']?)[^\s"'&,;<]+/gi,
  /(\bBearer\s+)[^\s"',<]{16,}/g,
  /(\b(?:Signature|Credential)=)[^\s"'&,;<]+/g,
  // password=..., "SessionToken": "...", external id: ..., <ExternalId>...</ExternalId>. An error is called ExpiredToken: ...
  /((?:pass(?:word|wd)|secret[_-]?(?:access[_-]?)?(?:key)?|token|external[_ -]?id|api[_-]?key)(?:\s*=\s*["']?|["']\s*:\s*["']?))[^\s"'&,;<]+/gi,
  /((?:pass(?:word|wd)|external[_ -]?id)\s*:\s*)[^\s"'&,;<]+/gi,
  /(<(?:SecretAccessKey|SessionToken|ExternalId|Password|Token)>)[^<]*/gi,
  // Keys and tokens that are known by their form.
  /()\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}/g,
  /()\b(?:FwoG|IQoJ|FQoG)[A-Za-z0-9+/=%]{40,}/g,
  /()\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
  /(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*/g,
];

/** The shortest secret that is looked for by its letters: a shorter one is part of other words. */
const SHORTEST_SECRET = 4;

/**
 * A text without what gives access: credentials in a URL, headers that authorize, tokens, passwords, external ids and
 * access keys. A server, or a proxy before it, may send back all that it was sent.
 *
 * @param secrets - such as are in use, which no form shows
 */
export function masked(text: string, secrets: readonly string[] = []): string {
  const shown = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .reduce((without, secret) => without.replaceAll(secret, MASK), text);
  return SECRETS.reduce((without, pattern) => without.replace(pattern, `$1${MASK}`), shown);
}

/** A text with its long words, and itself, cut in the middle or at the end. */
export function shortened(text: string): string {
  const words = withShortWords(text);
  return words.length > LONGEST_MESSAGE ? `${words.slice(0, LONGEST_MESSAGE - 1)}…` : words;
}

/** Cuts each word of a text that is longer than any name in its middle. */
export function withShortWords(text: string): string {
  return text.replace(LONG_WORD, (word) => `${word.slice(0, 120)}…${word.slice(-40)}`);
}

const LONG_WORD = new RegExp(`\\S{${LONGEST_VALUE + 1},}`, 'g');

/** A stranger's text as a message or an inventory may have it: without secrets, and no longer than a message. */
export function quoted(text: string, secrets?: readonly string[]): string {
  return shortened(masked(text.slice(0, MOST_READ), secrets));
}

/** The characters of a text that are looked at. */
const MOST_READ = 100_000;
