/** The patience of a scan: the time that it waits for AWS, and the number of times that it asks. */
export interface ScanLimits {
  /** Requests of one call: the first, and its retries. */
  readonly attempts: number;
  /** The time that one request may take until its answer begins, and then until the answer is complete. */
  readonly attemptMs: number;
  /** The time that one call may take with all its retries. */
  readonly callMs: number;
  /** Calls of one operation in a row that may fail after all retries before its other calls in the scope are skipped. */
  readonly failedCalls: number;
  /** The time without any answer after which the rest of a scope is not read. */
  readonly stalledMs: number;
  /** The most requests that are sent in a second, of all accounts and Regions together. `Infinity`: as many as AWS takes. A call that waits for its turn takes of `callMs` and `stalledMs`: make these longer for few. */
  readonly requestsPerSecond: number;
  /** True: requests keep to the rate that AWS takes of a service. Other endpoints may take them as they come. */
  readonly paced: boolean;
  /** True: an operation is called once in a scope at most, for one page, and not at all if it is for one item at a time. */
  readonly triesOnly: boolean;
}

/** The limits of a scan that asks for no others. */
export const SCAN_LIMITS: ScanLimits = {
  attempts: 10,
  attemptMs: 60_000,
  callMs: 150_000,
  failedCalls: 3,
  stalledMs: 300_000,
  requestsPerSecond: Infinity,
  paced: true,
  triesOnly: false,
};

/** The limits of a scan, and the signals on which its calls end. */
export interface Patience {
  readonly limits: ScanLimits;
  readonly ends: readonly AbortSignal[];
}

/** The limits of the calls before a scan, while somebody waits to see whether it begins. */
export const EARLY_LIMITS: ScanLimits = { ...SCAN_LIMITS, attempts: 6, attemptMs: 15_000, callMs: 45_000 };
