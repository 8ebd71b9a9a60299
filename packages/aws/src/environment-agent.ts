import { readFile } from 'node:fs/promises';
import type { ClientRequest } from 'node:http';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { Agent } from 'agent-base';
import type { AgentConnectOpts } from 'agent-base';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { AwsAccessError, codeOf } from './access-error.js';
import { CONNECTIONS, keepingFew } from './kept-connections.js';
import type { Agents } from './kept-connections.js';
import { checkProxies, proxyFor } from './proxy.js';

/** Sends each request through the proxy that the environment names for its host, or directly. */
class EnvironmentAgent extends Agent {
  readonly #isSecure: boolean;
  readonly #ca: readonly string[] | undefined;
  readonly #agents = new Map<string, HttpAgent>();

  constructor(isSecure: boolean, ca: readonly string[] | undefined) {
    super({ ...CONNECTIONS, ...(ca && { ca: [...ca] }) });
    this.#isSecure = isSecure;
    this.#ca = ca;
  }

  /** Its own way to find out is to look for the module `https` in a stack trace, for each request. */
  override isSecureEndpoint(): boolean {
    return this.#isSecure;
  }

  override connect(_request: ClientRequest, options: AgentConnectOpts): HttpAgent {
    const { secureEndpoint, host = '', port } = options;
    const proxy = proxyFor(`${secureEndpoint ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`);
    const key = proxy?.href ?? (secureEndpoint ? 'https' : 'http');
    const agent = this.#agents.get(key) ?? keepingFew(this.#agentFor(proxy, secureEndpoint));
    this.#agents.set(key, agent);
    return agent;
  }

  override destroy(): void {
    for (const agent of this.#agents.values()) agent.destroy();
    super.destroy();
  }

  #agentFor(proxy: URL | undefined, secureEndpoint: boolean): HttpAgent {
    if (proxy === undefined) return secureEndpoint ? new HttpsAgent(CONNECTIONS) : new HttpAgent(CONNECTIONS);
    return new HttpsProxyAgent(proxy, { ...CONNECTIONS, ...(this.#ca && { ca: [...this.#ca] }) });
  }
}

/**
 * Makes agents in an environment that names a proxy or certificate authorities of its own.
 *
 * @throws AwsAccessError if a proxy is not a URL, or the authorities cannot be read
 */
export async function agentsOfEnvironment(): Promise<Agents> {
  checkProxies();
  const ca = await certificateAuthorities(process.env);
  return { httpAgent: new EnvironmentAgent(false, ca), httpsAgent: new EnvironmentAgent(true, ca) };
}

/**
 * The certificate authorities to trust, with those that Node trusts by itself; undefined where the environment adds none.
 * @source AWS SDKs and Tools Reference Guide, feature-gen-config: AWS_CA_BUNDLE
 */
async function certificateAuthorities({
  AWS_CA_BUNDLE: bundle = '',
  NODE_EXTRA_CA_CERTS: extra = '',
}: NodeJS.ProcessEnv): Promise<readonly string[] | undefined> {
  if (bundle === '') return undefined;
  const added = await readFile(bundle, 'utf8').catch((error: unknown) => {
    throw new AwsAccessError(`cannot read ${bundle}, which AWS_CA_BUNDLE names: ${codeOfFile(error)}.`, {
      cause: error,
    });
  });
  if (!added.includes('-----BEGIN CERTIFICATE-----')) {
    throw new AwsAccessError(`${bundle}, which AWS_CA_BUNDLE names, has no certificate in PEM.`);
  }
  // Node warns of a file of its own variable that it cannot read, and goes on without it.
  const ofNode = extra === '' ? [] : [await readFile(extra, 'utf8').catch(() => '')];
  return [...rootCertificates, ...ofNode, added];
}

function codeOfFile(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : codeOf(error);
}
