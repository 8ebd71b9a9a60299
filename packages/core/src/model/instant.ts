/** A moment, in milliseconds since 1970-01-01T00:00:00Z. Instants are numbers inside and ISO 8601 strings at the edges. */
export type Instant = number;

/** A moment in ISO 8601, in UTC: `2026-11-22T12:00:00.000Z`. */
export type IsoInstant = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The last instant of the year 9999, after which ISO 8601 needs more digits. Files hold none that is later, or before 1970. */
export const LATEST_INSTANT = Date.UTC(10_000, 0, 1) - 1;
