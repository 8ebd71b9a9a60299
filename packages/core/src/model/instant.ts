/** A moment, in milliseconds since 1970-01-01T00:00:00Z. Instants are numbers inside and ISO 8601 strings at the edges. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
