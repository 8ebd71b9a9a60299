import type { StaticOperationSchema } from '@smithy/types';
import type { Protocol } from '../wire/protocol.js';
import type { Place, WorldOf } from '../world/place.js';
import type { WorldResource } from './resource.js';

/** The circumstances of one call. An operation sees what its own service keeps in the world, and nothing else of it. */
export interface Call<Contents = object> {
  readonly world: WorldOf<Contents>;
  /** The content of the caller's account in the Region that is called. */
  readonly scope: Place & Contents;
  /** The resources of all services in a scope of the world. */
  readonly resourcesIn: (place: Place) => readonly WorldResource[];
  readonly accessKeyId: string;
  /** The host and port that the client asked for. */
  readonly host: string;
  /** The real time of the call, in epoch milliseconds: credentials expire by it, never by the world's own time. */
  readonly time: number;
}

/** An operation of a service: its schema, and a pure function from input and circumstances to output. */
export interface Operation<Contents = object> {
  readonly schema: StaticOperationSchema;
  /**
   * The input has the schema's shape: whoever calls must have read it by that schema.
   *
   * @throws ServiceError if AWS would refuse the request
   */
  readonly answer: (input: never, call: Call<Contents>) => object;
}

/** A service of AWS, as far as it is served. */
export interface Service<Contents = object> {
  readonly protocol: Protocol;
  readonly operations: readonly Operation<Contents>[];
  /** True if it answers whatever Region the request names. */
  readonly isGlobal?: boolean;
}
