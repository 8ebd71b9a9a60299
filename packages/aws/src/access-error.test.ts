import { describe, expect, it } from '@jest/globals';
import { codeOf, messageOf, toAccessError } from './access-error.js';
import { MissingFieldError } from './required.js';

const region = 'eu-wset-1';
const endpointUrl = 'http://localhost:4566';

function failure(name: string, message: string, more = {}): Error {
  return Object.assign(new Error(message), { name }, more);
}

const refused = failure('Error', 'connect ECONNREFUSED 127.0.0.1:4566', { code: 'ECONNREFUSED' });
const unknownHost = failure('Error', 'getaddrinfo ENOTFOUND', { code: 'ENOTFOUND' });
const notJson = new SyntaxError(
  'Unexpected token < in JSON\n  Deserialization error: to see the raw response, inspect',
);

describe('what cannot be reached', () => {
  it.each([
    [
      refused,
      { region, endpointUrl },
      "cannot reach http://localhost:4566: ECONNREFUSED. Check the endpoint's URL, and that the endpoint is running.",
    ],
    [
      unknownHost,
      { region },
      "cannot reach AWS in Region eu-wset-1: ENOTFOUND. Check the Region's name and the network.",
    ],
    [
      failure('TimeoutError', 'no answer'),
      { region },
      "cannot reach AWS in Region eu-wset-1: TimeoutError. Check the Region's name and the network.",
    ],
    [
      notJson,
      { region, endpointUrl },
      "http://localhost:4566 does not answer as AWS does (SyntaxError). Check the endpoint's URL.",
    ],
    [
      new MissingFieldError('GetCallerIdentity', 'Arn', undefined),
      { region },
      "the endpoint in eu-wset-1 does not answer as AWS does (MissingFieldError). Check the endpoint's URL.",
    ],
    [
      failure('CredentialsProviderError', 'Could not resolve'),
      { region, profile: 'ci' },
      'no AWS credentials in profile "ci": Could not resolve. Sign in, name a profile or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    ],
    [
      failure('InvalidClientTokenId', 'The token is invalid.'),
      { region },
      'AWS does not accept the credentials: InvalidClientTokenId: The token is invalid. Renew them, or use others.',
    ],
  ])('%s is told in one line, with the way out', (error, attempt, message) => {
    expect(toAccessError(error, attempt)).toMatchObject({ name: 'AwsAccessError', message, cause: error });
  });
});

describe('an error', () => {
  it("has the network's code before its name, and only the first line for people", () => {
    expect([codeOf(refused), codeOf(notJson), codeOf('text')]).toEqual(['ECONNREFUSED', 'SyntaxError', 'Error']);
    expect([messageOf(notJson), messageOf('text')]).toEqual(['Unexpected token < in JSON', 'text']);
  });
});
