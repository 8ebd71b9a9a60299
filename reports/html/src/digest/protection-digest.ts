import { CALENDAR_DAYS, scopeKey, scopeOf } from '@backproof/core';
import type { CopiesInPlace, Protection, RestoreInBrief } from '@backproof/core';

/** Copies from one account and Region to a place. */
export interface CopyFlow extends CopiesInPlace {
  /** `111111111111/eu-west-1` */
  readonly from: string;
  /** The number of resources with a usable copy there. */
  readonly resources: number;
}

/** Resources of one account and Region. */
export interface CopySource {
  readonly from: string;
  readonly resources: number;
  /** The number of them without a usable copy anywhere else. */
  readonly withoutCopy: number;
}

/** A restore, and the resource that was restored. */
export interface ResourceRestore extends RestoreInBrief {
  readonly arn: string;
}

/** The results of one walk through the protection of all resources. */
export interface ProtectionDigest {
  readonly resources: number;
  /** In the order of their places. */
  readonly flows: readonly CopyFlow[];
  readonly sources: readonly CopySource[];
  /** The newest ones, newest first. */
  readonly restores: readonly ResourceRestore[];
  /** The number of restores in the run. */
  readonly restoreCount: number;
  /** Those with points in their calendar: of the wanted resources, in their order, and then of others as they come. */
  readonly drawn: readonly Protection[];
  /** Those without points in their calendar, in the same order. */
  readonly blanks: readonly Protection[];
  /** The number of resources without points in their calendar. */
  readonly blank: number;
}

/** The limits of a digest. */
export interface Wanted {
  /** ARNs of the resources that are drawn first. */
  readonly first: readonly string[];
  readonly drawn: number;
  readonly restores: number;
}

/** A calendar without any point. */
const BLANK = `.${CALENDAR_DAYS}`;

/** Walks through the protection once. */
export function digestProtection(protection: Iterable<Protection>, wanted: Wanted): ProtectionDigest {
  const drawn = new Chosen(wanted);
  const blanks = new Chosen(wanted);
  const copies = new CopyCounter();
  const restores = new NewestRestores(wanted.restores);
  let resources = 0;
  let blank = 0;
  for (const each of protection) {
    resources += 1;
    copies.add(each);
    for (const restore of each.restores) restores.add({ ...restore, arn: each.arn });
    if (each.calendar === BLANK) blank += 1;
    (each.calendar === BLANK ? blanks : drawn).add(each);
  }
  return {
    resources,
    flows: copies.flows(),
    sources: copies.sources(),
    restores: restores.newest(),
    restoreCount: restores.count,
    drawn: drawn.inOrder(),
    blanks: blanks.inOrder(),
    blank,
  };
}

/** The wanted resources in their order, and then others as they come. */
class Chosen {
  readonly #wanted: Wanted;
  readonly #first: ReadonlySet<string>;
  readonly #chosen = new Map<string, Protection>();
  readonly #others: Protection[] = [];

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#first = new Set(wanted.first);
  }

  add(each: Protection): void {
    if (this.#first.has(each.arn)) this.#chosen.set(each.arn, each);
    else if (this.#others.length < this.#wanted.drawn) this.#others.push(each);
  }

  inOrder(): readonly Protection[] {
    const ordered = this.#wanted.first.flatMap((arn) => this.#chosen.get(arn) ?? []);
    return [...ordered, ...this.#others].slice(0, this.#wanted.drawn);
  }
}

class CopyCounter {
  readonly #flows = new Map<string, CopyFlow>();
  readonly #sources = new Map<string, CopySource>();

  add({ arn, home, copies }: Protection): void {
    const scope = home ?? scopeOf(arn);
    const from = scope === undefined ? 'elsewhere' : scopeKey(scope);
    const { resources = 0, withoutCopy = 0 } = this.#sources.get(from) ?? {};
    const lone = copies.length === 0 ? 1 : 0;
    this.#sources.set(from, { from, resources: resources + 1, withoutCopy: withoutCopy + lone });
    for (const copy of copies) this.#count(from, copy);
  }

  #count(from: string, copy: CopiesInPlace): void {
    const key = `${from} ${copy.accountId} ${copy.region} ${String(copy.airGapped)}`;
    const flow = this.#flows.get(key);
    if (flow === undefined) {
      this.#flows.set(key, { ...copy, from, resources: 1 });
      return;
    }
    const newest = copy.newest > flow.newest ? copy.newest : flow.newest;
    this.#flows.set(key, { ...flow, resources: flow.resources + 1, usable: flow.usable + copy.usable, newest });
  }

  flows(): readonly CopyFlow[] {
    return [...this.#flows].sort(byKey).map(([, flow]) => flow);
  }

  sources(): readonly CopySource[] {
    return [...this.#sources].sort(byKey).map(([, source]) => source);
  }
}

/** Keeps at most twice the wanted number in memory. */
class NewestRestores {
  readonly #most: number;
  #held: ResourceRestore[] = [];
  count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(restore: ResourceRestore): void {
    this.count += 1;
    this.#held.push(restore);
    if (this.#held.length > 2 * this.#most) this.#held = [...this.newest()];
  }

  newest(): readonly ResourceRestore[] {
    return this.#held.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, this.#most);
  }
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
