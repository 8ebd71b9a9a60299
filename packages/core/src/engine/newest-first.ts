import { compare } from '../model/order.js';

/** A job, as far as its order goes. */
export interface Dated {
  readonly id: string;
  readonly createdAt: number;
}

/** Jobs in the order of their creation, newest first. */
export function newestFirst<Job extends Dated>(jobs: readonly Job[]): readonly Job[] {
  return jobs.length < 2 ? jobs : jobs.toSorted((a, b) => b.createdAt - a.createdAt || compare(a.id, b.id));
}
