import type { StaticOperationSchema } from '@smithy/types';
import type { Protocol } from '../wire/protocol.js';
import type { World, WorldScope } from '../world/world.js';

/** The circumstances of one call. */
export interface Call {
  readonly world: World;
  /** The content of the caller's account in the Region that is called. */
  readonly scope: WorldScope;
  readonly accessKeyId: string;
  /** The real time of the call, in epoch milliseconds: credentials expire by it, never by the world's own time. */
  readonly time: number;
}

/** An operation of a service: its schema, and a pure function from input and circumstances to output. */
export interface Operation {
  readonly schema: StaticOperationSchema;
  /**
   * The input has the schema's shape: whoever calls must have read it by that schema.
   *
   * @throws ServiceError if AWS would refuse the request
   */
  readonly answer: (input: never, call: Call) => object;
}

/** A service of AWS, as far as it is served. */
export interface Service {
  readonly protocol: Protocol;
  readonly operations: readonly Operation[];
  /** True if it answers whatever Region the request names. */
  readonly isGlobal?: boolean;
}
