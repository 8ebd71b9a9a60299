/** A page says that it follows itself: without end, and with nothing new in it. */
class RepeatedTokenError extends Error {
  override readonly name = 'RepeatedTokenError';
}

/**
 * The fields in which a service takes a page's token and gives the next one's; others repeat what was asked, such as
 * the `Marker` of Amazon EFS.
 *
 * @source the API references' pages on each listing
 */
const TOKEN_FIELDS: ReadonlyMap<string, readonly [taken: string, next: string]> = new Map([
  ['dynamodb', ['ExclusiveStartTableName', 'LastEvaluatedTableName']],
  ['elasticfilesystem', ['Marker', 'NextMarker']],
  ['rds', ['Marker', 'Marker']],
  ['storagegateway', ['Marker', 'Marker']],
  ['tagging', ['PaginationToken', 'PaginationToken']],
]);

const USUAL_TOKEN_FIELDS = ['NextToken', 'NextToken'] as const;

/** @throws RepeatedTokenError if the answer's token is the question's */
export function refuseRepeatedToken(service: string, input: object, output: object): void {
  const [taken, next] = TOKEN_FIELDS.get(service) ?? USUAL_TOKEN_FIELDS;
  const token = field(output, next);
  if (typeof token === 'string' && token !== '' && token === field(input, taken)) {
    throw new RepeatedTokenError('The service answered a page with the token of the same page again');
  }
}

function field(fields: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(fields)).get(name);
}
