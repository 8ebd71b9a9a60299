import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

/** The certificate of `startConnectProxy`'s AWS, which no system trusts: the file for `AWS_CA_BUNDLE`. */
export const CERTIFICATE = join(import.meta.dirname, 'tls/certificate.pem');

/** A proxy that only speaks CONNECT, with AWS's names behind it. */
export interface ConnectProxy {
  readonly port: number;
  /** The hosts that were asked for, in order. */
  readonly hosts: readonly string[];
  /** The credentials that came with each. */
  readonly authorizations: readonly (string | undefined)[];
  readonly close: () => void;
}

/**
 * Starts a proxy that leads every host to an AWS at `url`, by TLS. It refuses anything but CONNECT.
 *
 * @param authorization - the credentials that it requires, as their header has them
 */
export async function startConnectProxy(url: string, authorization?: string): Promise<ConnectProxy> {
  const folder = join(import.meta.dirname, 'tls');
  const [key, cert] = await Promise.all([readFile(join(folder, 'key.pem')), readFile(CERTIFICATE)]);
  const aws = createTlsServer({ key, cert }, (incoming, outgoing) => {
    forward(url, incoming, outgoing);
  });
  const hosts: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer((_incoming, outgoing) => outgoing.writeHead(405).end());
  proxy.on('connect', (incoming: IncomingMessage, socket: Socket) => {
    sockets.add(socket);
    hosts.push((incoming.url ?? '').replace(/:443$/, ''));
    authorizations.push(incoming.headers['proxy-authorization']);
    socket.on('error', () => socket.destroy());
    if (incoming.headers['proxy-authorization'] !== authorization) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const behind = connect(portOf(aws), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.pipe(behind).pipe(socket);
    });
    sockets.add(behind);
    behind.on('error', () => socket.destroy());
  });
  await Promise.all([aws, proxy].map(listening));
  const close = (): void => {
    for (const socket of sockets) socket.destroy();
    aws.close();
    proxy.close();
  };
  return { port: portOf(proxy), hosts, authorizations, close };
}

function forward(url: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url: path } = incoming;
  const behind = request(new URL(path ?? '/', url), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(behind);
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      resolve();
    }),
  );
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
