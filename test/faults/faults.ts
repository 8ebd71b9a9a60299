import type { Answer, Asked, Happening } from './faulty-aws.js';
import { withToken } from './paging.js';
import { withJson, withoutList, withText } from './rewritten.js';
import { isXml, serviceError } from './service-errors.js';

/** A thing that can go wrong with an operation. */
export interface Fault {
  readonly id: string;
  /** In words: what AWS, the network or the caller's rights do. */
  readonly title: string;
  /** True if a later attempt gets the clean answer: nothing may be different then. */
  readonly heals?: true;
  /** What happens to one request; undefined: nothing, or that the fault is none for this answer. */
  readonly misfortune: (asked: Asked) => Happening | undefined;
}

const answer = (changed: Answer | undefined): Happening | undefined => changed && { kind: 'answer', answer: changed };

const refused = (code: string, message: string, status?: number) => (asked: Asked) =>
  answer(serviceError(asked, code, message, status));

const THROTTLED = { json: 'ThrottlingException', xml: 'Throttling' } as const;
const throttled = (asked: Asked) =>
  answer(serviceError(asked, isXml(asked.clean) ? THROTTLED.xml : THROTTLED.json, 'Rate exceeded', 429));

const html = (status: number) => (asked: Asked) =>
  answer({ ...asked.clean, status, headers: { 'content-type': 'text/html' }, body: '<html><h1>Sign in</h1></html>' });

/** The first requests fail, the next get the clean answer. */
const first = (count: number, misfortune: Fault['misfortune']) => (asked: Asked) =>
  asked.before < count ? misfortune(asked) : undefined;

/** What becomes of requests: refused, throttled, lost. Each is tried on every operation. */
export const REQUEST_FAULTS: readonly Fault[] = [
  { id: 'throttled-twice', title: 'throttles two requests', heals: true, misfortune: first(2, throttled) },
  { id: 'throttled', title: 'throttles every request', misfortune: throttled },
  {
    id: 'error-500-once',
    title: 'fails once with 500',
    heals: true,
    misfortune: first(1, refused('InternalFailure', 'internal failure', 500)),
  },
  { id: 'error-500', title: 'always fails with 500', misfortune: refused('InternalFailure', 'internal failure', 500) },
  {
    id: 'error-503',
    title: 'always fails with 503',
    misfortune: refused('ServiceUnavailable', 'service unavailable', 503),
  },
  {
    id: 'denied',
    title: 'is denied',
    misfortune: (asked) =>
      answer(
        serviceError(
          asked,
          deniedCode(asked),
          `User: arn:aws:iam::111111111111:user/auditor is not authorized to perform: ${asked.operation}`,
          403,
        ),
      ),
  },
  {
    id: 'explicit-deny',
    title: 'is denied by a service control policy',
    misfortune: (asked) =>
      answer(
        serviceError(asked, deniedCode(asked), 'not authorized with an explicit deny in a service control policy', 403),
      ),
  },
  {
    id: 'expired',
    title: 'refuses the credentials, which have ended',
    misfortune: refused('ExpiredTokenException', 'The security token included in the request is expired', 403),
  },
  {
    id: 'not-enabled',
    title: 'does not accept the credentials in this Region',
    misfortune: refused('UnrecognizedClientException', 'The security token included in the request is invalid.', 403),
  },
  { id: 'reset-once', title: 'loses one connection', heals: true, misfortune: first(1, () => ({ kind: 'reset' })) },
  { id: 'reset', title: 'loses every connection', misfortune: () => ({ kind: 'reset' }) },
  { id: 'silent', title: 'never answers', misfortune: () => ({ kind: 'silence' }) },
  {
    id: 'slow-body',
    title: 'sends one byte and no more',
    misfortune: ({ clean }) => ({ kind: 'silence', after: clean }),
  },
  {
    id: 'truncated',
    title: 'ends the connection within the answer',
    misfortune: ({ clean }) => ({ kind: 'reset', after: clean }),
  },
];

/** Answers that AWS does not give. Each is tried on every operation for whose answers it is one. */
export const ANSWER_FAULTS: readonly Fault[] = [
  { id: 'html-200', title: 'is answered by a web page with 200', misfortune: html(200) },
  { id: 'html-404', title: 'is answered by a web page with 404', misfortune: html(404) },
  { id: 'html-502', title: 'is answered by a web page with 502', misfortune: html(502) },
  {
    id: 'half-a-body',
    title: 'sends half of the answer as if it were all',
    misfortune: ({ clean }) => answer(withText(clean, (body) => body.slice(0, Math.floor(body.length / 2)))),
  },
  {
    id: 'empty-body',
    title: 'sends an answer without a body',
    misfortune: ({ clean }) => answer(withText(clean, () => '')),
  },
  {
    id: 'null-body',
    title: 'sends null',
    misfortune: ({ clean }) => answer(withJson(clean, () => null)),
  },
  {
    id: 'list-absent',
    title: 'leaves out its list',
    misfortune: ({ clean }) =>
      answer(isXml(clean) ? withoutList(clean) : withJson(clean, (body) => mapLists(body, () => undefined))),
  },
  {
    id: 'list-null',
    title: 'sends null for its list',
    misfortune: ({ clean }) => answer(withJson(clean, (body) => mapLists(body, () => null))),
  },
  {
    id: 'list-of-null',
    title: 'sends a list with null in it',
    misfortune: ({ clean }) => answer(withJson(clean, (body) => mapLists(body, (list) => [null, ...list]))),
  },
  {
    id: 'list-is-a-text',
    title: 'sends a text for its list',
    misfortune: ({ clean }) => answer(withJson(clean, (body) => mapLists(body, () => 'none'))),
  },
  {
    id: 'fresh-tokens',
    title: 'says on every page that another follows',
    misfortune: (asked) => answer(withToken(asked, `page-${String(asked.before)}`, 'same')),
  },
  {
    id: 'one-token',
    title: 'says on every page that the same one follows',
    misfortune: (asked) => answer(withToken(asked, 'page', 'same')),
  },
  {
    id: 'empty-pages',
    title: 'sends empty pages without end',
    misfortune: (asked) => answer(withToken(asked, `page-${String(asked.before)}`, 'empty')),
  },
  {
    id: 'unknown-word',
    title: 'says a status that AWS added later',
    misfortune: ({ clean }) =>
      answer(isXml(clean) ? withText(clean, unknownWordsInXml) : withJson(clean, unknownWords)),
  },
  {
    id: 'wrong-types',
    title: 'sends a list for each text and a text for each number',
    misfortune: ({ clean }) => answer(withJson(clean, (body) => mapLeaves(body, wrongType))),
  },
  {
    id: 'numbers-out-of-range',
    title: 'sends numbers and dates that are out of range',
    misfortune: ({ clean }) =>
      answer(withJson(clean, (body) => mapLeaves(body, (leaf) => (typeof leaf === 'number' ? 9e15 : leaf)))),
  },
];

export const FAULTS: readonly Fault[] = [...REQUEST_FAULTS, ...ANSWER_FAULTS];

function deniedCode({ operation }: Asked): string {
  if (operation.startsWith('ec2:')) return 'UnauthorizedOperation';
  return operation.startsWith('s3:') || operation.startsWith('rds:') ? 'AccessDenied' : 'AccessDeniedException';
}

type JsonBody = Readonly<Record<string, unknown>>;

/** Changes the lists of an answer; undefined where it has none. */
function mapLists(body: JsonBody, change: (list: readonly unknown[]) => unknown): JsonBody | undefined {
  const lists = Object.entries(body).filter(([, value]) => Array.isArray(value));
  if (lists.length === 0) return undefined;
  return { ...body, ...Object.fromEntries(lists.map(([name, list]) => [name, change(list as readonly unknown[])])) };
}

function mapLeaves(value: unknown, change: (leaf: unknown) => unknown): JsonBody {
  return mapped(value) as JsonBody;

  function mapped(each: unknown): unknown {
    if (Array.isArray(each)) return each.map(mapped);
    if (typeof each !== 'object' || each === null) return change(each);
    return Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, mapped(inner)]));
  }
}

function wrongType(leaf: unknown): unknown {
  if (typeof leaf === 'string') return [leaf];
  return typeof leaf === 'number' ? 'many' : 17;
}

const STATUS = /(?:Status|State|Lifecycle|LifeCycleState)$/;
const NEW_WORD = 'QUARANTINED_BY_TOMORROW';

function unknownWords(body: JsonBody): JsonBody {
  const mapped = (value: unknown, name = ''): unknown => {
    if (Array.isArray(value)) return value.map((each) => mapped(each));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, key)]));
    }
    return typeof value === 'string' && STATUS.test(name) ? NEW_WORD : value;
  };
  return mapped(body) as JsonBody;
}

function unknownWordsInXml(body: string): string {
  return body.replace(/<(\w*(?:Status|State|status|Engine))>[^<]+<\//g, `<$1>${NEW_WORD}</`);
}
