import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Packed } from './packed.js';

/** An npm registry on the loopback address. */
export interface Registry {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves packed packages as if they were published, and leads to the registry upstream for all others.
 *
 * @source https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
export async function startRegistry(packages: readonly Packed[], upstream: string): Promise<Registry> {
  const byName = new Map(packages.map((of) => [of.manifest.name, of]));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const [name = '', tarball] = decodeURIComponent(path.slice(1)).split('/-/');
    const packed = byName.get(name);
    if (packed === undefined) {
      response.writeHead(302, { location: new URL(path.slice(1), upstream).href }).end();
    } else if (tarball === undefined) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(metadataOf(packed, `http://${request.headers.host ?? ''}`)));
    } else {
      response.end(packed.tarball);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the registry does not listen');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function metadataOf({ manifest, tarball }: Packed, host: string) {
  const { name, version } = manifest;
  const dist = {
    tarball: `${host}/${name}/-/${version}.tgz`,
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
  };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
}
