import type { WireRequest } from '../../wire/message.js';
import type { Addressed } from '../../wire/rest-xml.js';

/** `bucket.s3.eu-west-1.amazonaws.com`, `bucket.s3-fips.dualstack.us-gov-west-1.amazonaws.com`, `bucket.localhost:4566` */
const VIRTUAL_HOST = /^(?<bucket>.+?)\.(?:s3[.-](?:.*\.)?amazonaws\.com(?:\.cn)?|localhost)(?::\d+)?$/;

/**
 * The bucket that a request names: in its host, or in the first part of its path, as clients do behind an address that
 * is a number. What is left of the path is the key of an object.
 *
 * @source Amazon S3 User Guide, VirtualHosting
 */
export function addressOf(request: WireRequest): Addressed {
  const inHost = VIRTUAL_HOST.exec(request.headers.host ?? '')?.groups?.bucket;
  if (inHost !== undefined) return { request, labels: new Map([['Bucket', inHost]]) };
  const [bucket = '', ...key] = request.path.replace(/^\//, '').split('/');
  if (bucket === '') return { request, labels: new Map() };
  return { request: { ...request, path: `/${key.join('/')}` }, labels: new Map([['Bucket', bucket]]) };
}
