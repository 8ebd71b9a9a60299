import type { Replica } from '../model/evidence.js';
import { tableOf } from '../model/resource.js';

/** Every kind of replication: how services keep a second copy of data. */
const REPLICATIONS = tableOf('replications');

type Mechanism = Pick<Replica, 'mechanism'>;

/** The name of a kind of replication in a sentence. */
export function replicationName({ mechanism }: Mechanism): string {
  return REPLICATIONS[mechanism].name;
}

/** Returns true if the replica takes writes itself, as each Region of a global table does. */
export function isBetweenPeers({ mechanism }: Mechanism): boolean {
  return REPLICATIONS[mechanism].relation === 'peer';
}
