import type { ServiceDeclaration } from '../service/declaration.js';
import type { SERVICES } from '../services/services.js';
import type { Place, WorldOf } from './place.js';

/** The contents of all services. */
type Contents = Joined<(typeof SERVICES)[number]>;

/** All that one account holds in one Region, in the shapes of AWS's own APIs. What is left out is empty. */
export type WorldScope = Place & Contents;

/** An AWS in data: what the server answers from. */
export type World = WorldOf<WorldScope>;

/** The contents of all services of a union, as one. */
type Joined<Declaration> = (
  Declaration extends ServiceDeclaration<infer Own> ? (contents: Own) => void : never
) extends (contents: infer All) => void
  ? All
  : never;
