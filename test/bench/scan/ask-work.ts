/** Asks the server for its work. */
export const ASK_WORK = { work: true } as const;
