import { quoted } from '@backproof/core';
import { AnswerError } from './required.js';
import { UnfinishedError } from './unfinished.js';

/**
 * AWS cannot be accessed: no credentials, no such Region or role, no answer from the endpoint. The message is one line,
 * for people.
 */
export class AwsAccessError extends Error {
  override readonly name = 'AwsAccessError';
}

/** The settings of the attempt. */
interface Attempt {
  readonly region: string;
  /** The Region is a default. It may be of another partition than the credentials. */
  readonly isGuessed?: boolean;
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
}

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'EPROTO',
  'ETIMEDOUT',
]);

/** The error code that AWS or the network gave, such as `AccessDenied` or `ECONNREFUSED`. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  return networkCodeOf(error) ?? quoted(error.name);
}

/**
 * The first line of an error's message, without the secrets that a server or a proxy may send back, and cut to a length.
 * The SDK adds hints for programmers below it.
 */
export function messageOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return quoted(line.trim());
}

/** The reason why the caller could not be identified, with the way out. */
export function toAccessError(error: unknown, attempt: Attempt): AwsAccessError {
  const { region, isGuessed = false, profile, endpointUrl } = attempt;
  if (error instanceof AwsAccessError) return error;
  if (!(error instanceof Error)) return new AwsAccessError(`cannot reach AWS: ${messageOf(error)}`, { cause: error });
  return new AwsAccessError(explanation(error), { cause: error });

  function explanation(error: Error): string {
    const code = codeOf(error);
    if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError') {
      const where = profile === undefined ? 'no AWS credentials' : `no AWS credentials in profile "${profile}"`;
      return `${where}: ${messageOf(error)}. Sign in, name a profile or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
    }
    if (isUnreachable(error)) {
      return endpointUrl === undefined
        ? `cannot reach AWS in Region ${region}: ${code}. Check the Region's name and the network.`
        : `cannot reach ${quoted(endpointUrl)}: ${code}. Check the endpoint's URL, and that the endpoint is running.`;
    }
    if (UNTRUSTED.test(codeIn(error))) {
      return `the certificate of ${quoted(endpointUrl ?? `AWS in Region ${region}`)} is not trusted: ${codeIn(error)}. Behind a proxy that inspects TLS, set AWS_CA_BUNDLE to the file of its certificate authority.`;
    }
    if (statusOf(error) === 407) {
      return 'the proxy does not accept the request: HTTP 407. Write its user and password into HTTPS_PROXY=http://user:password@host:port.';
    }
    if (isUnreadable(error) || error instanceof AnswerError) {
      return `${quoted(endpointUrl ?? `the endpoint in ${region}`)} does not answer as AWS does (${code}). Check the endpoint's URL.`;
    }
    if (isTransient(error) || error instanceof UnfinishedError) {
      return `AWS STS did not answer: ${code}: ${messageOf(error).replace(/\.$/, '')}. Try again later.`;
    }
    return `AWS does not accept the credentials: ${code}: ${messageOf(error).replace(/\.$/, '')}. Renew them, or use others${isGuessed ? OTHER_PARTITION : ''}.`;
  }
}

const OTHER_PARTITION = '; for those of China or AWS GovCloud, set AWS_REGION to a Region there';

const THROTTLED =
  /^(Throttl\w*|RequestThrottled\w*|TooManyRequests\w*|RequestLimitExceeded|ProvisionedThroughputExceeded\w*|SlowDown|BandwidthLimitExceeded|EC2ThrottledException|LimitExceededException|PriorRequestNotComplete)$/;

/** Returns true if the same call may well succeed later: it was throttled, got no answer in time, or AWS has a fault. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isFault = (statusOf(error) ?? 0) >= 500;
  return isFault || isUnreachable(error) || THROTTLED.test(error.name) || error.name === 'CallTimeout';
}

/** Returns whether no answer came. */
function isUnreachable(error: Error): boolean {
  return networkCodeOf(error) !== undefined || error.name === 'TimeoutError';
}

/** An answer that is not from an AWS service, such as the HTML page of a proxy or an emulator. */
export function isUnreadable(error: Error): boolean {
  return (
    error instanceof SyntaxError ||
    /^(Unknown(Error)?|NotFound)$/.test(error.name) ||
    error.message.includes('XML parse error')
  );
}

function networkCodeOf(error: Error): string | undefined {
  const code = codeIn(error);
  return NETWORK_CODES.has(code) ? code : undefined;
}

/** The code that Node gives an error; empty without one. */
function codeIn(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The codes of certificates that are not trusted. @source Node.js documentation, tls: X509 certificate error codes */
const UNTRUSTED = /^(SELF_SIGNED_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_|CERT_|ERR_TLS_CERT_)/;

/** The HTTP status of the answer that an error is about. */
function statusOf(error: Error): number | undefined {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return Number(metadata.httpStatusCode);
}
