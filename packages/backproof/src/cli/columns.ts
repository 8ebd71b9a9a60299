/** The fewest and the most columns that text is wrapped at, and those where nothing says how many there are. */
const [FEWEST, MOST, OTHERWISE] = [40, 1_000, 100];

/**
 * The columns that text on a stream may take: those of its terminal; in a pipe, as to `less`, those of the terminal that
 * standard error is; otherwise those that `COLUMNS` says.
 */
export function columnsOf(
  stream: Pick<NodeJS.WriteStream, 'columns'>,
  { columns }: Pick<NodeJS.WriteStream, 'columns'> = process.stderr,
  { COLUMNS }: NodeJS.ProcessEnv = process.env,
): number {
  const known = [stream.columns, columns, Number(COLUMNS)].find((each) => Number.isInteger(each) && each > 0);
  return known === undefined ? OTHERWISE : Math.min(MOST, Math.max(FEWEST, known));
}
