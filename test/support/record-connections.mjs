// Loaded before the command: writes down where it connects to, and lets it look up no name.
import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import { isIP, Socket } from 'node:net';
import { env } from 'node:process';

const { connect } = Socket.prototype;
const { lookup } = dns;

Socket.prototype.connect = function recorded(...args) {
  const [first] = args.flat();
  const host = typeof first === 'object' && first !== null ? first.host : undefined;
  if (host !== undefined) appendFileSync(env.CONNECTIONS, `${host}\n`);
  return Reflect.apply(connect, this, args);
};

dns.lookup = (name, ...others) => {
  if (isIP(name) !== 0) return lookup(name, ...others);
  appendFileSync(env.CONNECTIONS, `${name}\n`);
  return others.at(-1)(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }));
};
