import type { RelationKind } from '../model/relation.js';

/** The relations through which a rule lets a resource pass. It ignores those that are not named. */
export type Relations = Readonly<Partial<Record<RelationKind, 'inherit'>>>;
