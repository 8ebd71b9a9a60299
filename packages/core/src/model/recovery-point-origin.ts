import { StringPool } from './columns.js';
import { defined } from './defined.js';
import type { RecoveryPoint } from './recovery-point.js';

/** The fields that the points of one backup rule in one vault have in common. */
export const ORIGIN_FIELDS = [
  'encryptionKeyArn',
  'planId',
  'resourceType',
  'ruleId',
  'sourceVaultArn',
  'vaultArn',
] as const satisfies (keyof RecoveryPoint)[];

export type Origin = Pick<RecoveryPoint, (typeof ORIGIN_FIELDS)[number]>;

/** Each different origin once. */
export class OriginPool {
  readonly #strings = new StringPool();
  readonly #origins: Origin[] = [];
  readonly #numbers = new Map<string, number>();
  #last = 0;

  /** @param origins - those of another pool, which keep their numbers */
  constructor(origins: readonly Origin[] = []) {
    for (const origin of origins) this.#numberOf(origin);
  }

  /** All origins, in the order of their numbers. */
  get origins(): readonly Origin[] {
    return this.#origins;
  }

  numberOf(point: Origin): number {
    const last = this.#origins[this.#last];
    // Points of one origin are listed together: to compare the strings is quicker than to look each of them up.
    if (last !== undefined && ORIGIN_FIELDS.every((field) => last[field] === point[field])) return this.#last;
    this.#last = this.#numberOf(point);
    return this.#last;
  }

  #numberOf(point: Origin): number {
    const key = ORIGIN_FIELDS.map((field) => this.#strings.numberOf(point[field])).join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const { encryptionKeyArn, planId, resourceType, ruleId, sourceVaultArn, vaultArn } = point;
    const origin = defined({ encryptionKeyArn, planId, resourceType, ruleId, sourceVaultArn, vaultArn });
    const number = this.#origins.push(origin) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  get(number: number): Origin {
    return this.#origins[number] ?? NO_ORIGIN;
  }
}

const NO_ORIGIN: Origin = { resourceType: '', vaultArn: '' };
