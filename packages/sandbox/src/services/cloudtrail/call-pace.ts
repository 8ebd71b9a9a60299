import type { Call } from '../../service/operation.js';

/** Returns a function that says whether a call comes on top of so many in the time before it, in its account and Region. */
export function callPace({ calls, ms }: { readonly calls: number; readonly ms: number }) {
  const accepted = new WeakMap<object, Map<string, number[]>>();
  return ({ world, scope, time }: Pick<Call, 'world' | 'scope' | 'time'>): boolean => {
    const byScope = accepted.get(world) ?? new Map<string, number[]>();
    accepted.set(world, byScope);
    const key = `${scope.accountId} ${scope.region}`;
    const recent = (byScope.get(key) ?? []).filter((each) => each > time - ms && each <= time);
    const isTooFast = recent.length >= calls;
    byScope.set(key, isTooFast ? recent : [...recent, time]);
    return isTooFast;
  };
}
