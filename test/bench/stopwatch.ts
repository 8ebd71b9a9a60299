/** What a piece of work took, in milliseconds. */
export interface Cost {
  readonly wallMs: number;
  /** Of all threads, in user and system mode. */
  readonly cpuMs: number;
}

/** Starts to measure; the function that it gives tells what has been taken since. */
export function stopwatch(): () => Cost {
  const startedAt = performance.now();
  const cpuAtStart = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpuAtStart);
    return { wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1000 };
  };
}
