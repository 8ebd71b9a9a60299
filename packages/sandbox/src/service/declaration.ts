import type { Place } from '../world/place.js';
import type { JoinParts } from './join.js';
import type { Service } from './operation.js';
import type { WorldResource } from './resource.js';

/**
 * One service of the sandbox: what it keeps in a world, what other services may know of it, and where its operations
 * are. They, and the SDK's schemas with them, are loaded when the service is first called.
 */
export interface ServiceDeclaration<Contents extends object> {
  /** The name that it signs with: `elasticfilesystem`, not `efs`. */
  readonly signingName: string;
  /** Absent: it keeps nothing in a world. */
  readonly join?: JoinParts<Contents>;
  /** Its resources in one scope, for the tagging API and AWS Config. Absent: it has none that they know. */
  readonly resources?: (scope: Place & Contents, partition: string) => readonly WorldResource[];
  readonly load: () => Promise<Service<Contents>>;
}
