/** A page says that it follows itself: without end, and with nothing new in it. */
class RepeatedTokenError extends Error {
  override readonly name = 'RepeatedTokenError';
}

/** The fields in which the services take a page's token and give the next one's. */
const TOKEN_FIELDS = [
  ['NextToken', 'NextToken'],
  ['Marker', 'Marker'],
  ['Marker', 'NextMarker'],
  ['PaginationToken', 'PaginationToken'],
  ['ExclusiveStartTableName', 'LastEvaluatedTableName'],
] as const;

/** @throws {RepeatedTokenError} where the answer's token is the question's */
export function refuseRepeatedToken(input: object, output: object): void {
  const sent = new Map(Object.entries(input));
  const given = new Map(Object.entries(output));
  for (const [taken, next] of TOKEN_FIELDS) {
    const token: unknown = given.get(next);
    if (typeof token === 'string' && token !== '' && token === sent.get(taken)) {
      throw new RepeatedTokenError('The service answered a page with the token of the same page again');
    }
  }
}
