import { getProxyForUrl } from 'proxy-from-env';
import { AwsAccessError } from './access-error.js';

/** The variables that name proxies. Those in lower case override the others, as for the AWS CLI. */
const VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const;

/** Returns true if the environment names a proxy or certificate authorities: the SDK by itself follows neither. */
export function changesConnections(environment: NodeJS.ProcessEnv = process.env): boolean {
  return [...VARIABLES, 'AWS_CA_BUNDLE'].some((name) => (environment[name] ?? '') !== '');
}

/**
 * The URL of the proxy for a request, as the environment names it. One that is written without a scheme is reached by
 * HTTP, as for the AWS CLI. This machine itself is never asked through a proxy.
 *
 * @throws AwsAccessError if it is not a URL
 */
export function proxyFor(url: string): URL | undefined {
  const { protocol, hostname } = new URL(url);
  const named = VARIABLES.find((name) => name.toLowerCase() === `${protocol.slice(0, -1)}_proxy` && process.env[name]);
  // The library knows which hosts NO_PROXY excepts.
  if (named === undefined || LOOPBACK.test(hostname) || getProxyForUrl(url) === '') return undefined;
  const written = process.env[named] ?? '';
  const whole = written.includes('://') ? written : `http://${written}`;
  if (/^https?:\/\//.test(whole) && URL.canParse(whole)) return new URL(whole);
  throw new AwsAccessError(`${named} is not the URL of an HTTP proxy. Write ${named}=http://proxy.example.com:3128.`);
}

/** @throws AwsAccessError if the environment names a proxy that is not a URL */
export function checkProxies(): void {
  for (const scheme of ['https', 'http']) proxyFor(`${scheme}://aws.amazon.com`);
}

const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;
