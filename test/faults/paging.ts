import { SERVICES } from '@backproof/aws';
import type { Answer, Asked } from './faulty-aws.js';
import { betweenList, withJson } from './rewritten.js';
import { isXml } from './service-errors.js';

/** The member that gives the token of the next page, by operation, as the services declare it. */
const NEXT: ReadonlyMap<string, string> = new Map(
  SERVICES.flatMap(({ name, operations }) =>
    Object.entries(operations).flatMap(([operation, { paging }]): [string, string][] =>
      paging === undefined ? [] : [[`${name}:${operation}`, paging.next]],
    ),
  ),
);

/**
 * A page that says that another follows it, with the items that it has or with none. Undefined where the operation has no
 * pages.
 */
export function withToken({ operation, clean }: Asked, token: string, items: 'same' | 'empty'): Answer | undefined {
  const next = NEXT.get(operation);
  if (next === undefined) return undefined;
  if (isXml(clean)) {
    const name = operation.startsWith('ec2:') ? next.replace(/^N/, 'n') : next;
    return betweenList(clean, (list) => `<${name}>${token}</${name}>${items === 'same' ? list : emptied(list)}`);
  }
  return withJson(clean, (body) => {
    const lists = Object.entries(body).filter(([, value]) => Array.isArray(value));
    const empty = items === 'same' ? {} : Object.fromEntries(lists.map(([name]) => [name, []]));
    return { ...body, ...empty, [next]: token };
  });
}

/** A list in XML without its items. */
function emptied(list: string): string {
  const [opening = '', name = ''] = /^<(\w+)>/.exec(list) ?? [];
  return `${opening}</${name}>`;
}
