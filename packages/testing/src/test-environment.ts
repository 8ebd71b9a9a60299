/** The functions that register tests: `describe` and `it` of Jest, Vitest or node:test. */
export interface TestEnvironment {
  readonly describe: (name: string, register: () => void) => unknown;
  readonly it: (name: string, test: () => void | Promise<void>) => unknown;
}

/** The test runner's globals. Nothing but a runner can say that they are there, so they are asked for here. */
export function globalEnvironment(call: string): TestEnvironment {
  const { describe, it } = globalThis as Partial<TestEnvironment>;
  if (describe === undefined || it === undefined) {
    throw new Error(`describe and it are not global; pass those of the test runner: ${call}`);
  }
  return { describe, it };
}

/** @throws Error if there are faults; it names them */
export function expectNone(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
