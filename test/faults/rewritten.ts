import type { Answer } from './faulty-aws.js';
import { isXml } from './service-errors.js';

/** The answer with another body. */
export function withText(clean: Answer, rewrite: (body: string) => string): Answer {
  return { ...clean, body: rewrite(clean.body) };
}

/** The answer with another JSON body; undefined where it is no JSON, or is not changed by it. */
export function withJson(
  clean: Answer,
  rewrite: (body: Readonly<Record<string, unknown>>) => unknown,
): Answer | undefined {
  if (isXml(clean)) return undefined;
  const changed = rewrite(JSON.parse(clean.body) as Readonly<Record<string, unknown>>);
  const body = changed === undefined ? undefined : JSON.stringify(changed);
  return body === undefined || body === clean.body ? undefined : { ...clean, body };
}

/** A list in XML: an element whose children are all of one of these names. */
const XML_LIST = /<(\w+)>(?=<(?:item|member|Bucket|DB\w+|GlobalCluster\w*)>)/;

/** The answer without its first list; undefined where it is no XML or has none. */
export function withoutList(clean: Answer): Answer | undefined {
  return betweenList(clean, () => '');
}

/** The answer with another text for the first list in its XML, and around it. */
export function betweenList(clean: Answer, rewrite: (list: string) => string): Answer | undefined {
  const [opening, name] = XML_LIST.exec(clean.body) ?? [];
  if (opening === undefined || name === undefined) return undefined;
  const from = clean.body.indexOf(opening);
  const closing = `</${name}>`;
  const to = clean.body.lastIndexOf(closing) + closing.length;
  return { ...clean, body: clean.body.slice(0, from) + rewrite(clean.body.slice(from, to)) + clean.body.slice(to) };
}
