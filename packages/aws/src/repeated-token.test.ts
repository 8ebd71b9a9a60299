import { describe, expect, it } from '@jest/globals';
import { refuseRepeatedToken } from './repeated-token.js';

describe('refuseRepeatedToken', () => {
  it.each([
    ['backup', { NextToken: 'a' }, { NextToken: 'a' }],
    ['dynamodb', { ExclusiveStartTableName: 'a' }, { LastEvaluatedTableName: 'a' }],
    ['elasticfilesystem', { Marker: 'a' }, { Marker: 'a', NextMarker: 'a' }],
    ['rds', { Marker: 'a' }, { Marker: 'a' }],
    ['storagegateway', { Marker: 'a' }, { Marker: 'a' }],
    ['tagging', { PaginationToken: 'a' }, { PaginationToken: 'a' }],
  ])('refuses a page of %s that follows itself', (service, input, output) => {
    expect(() => {
      refuseRepeatedToken(service, input, output);
    }).toThrow('the token of the same page again');
  });

  it.each([
    ['a page that another one follows', 'backup', { NextToken: 'a' }, { NextToken: 'b' }],
    ['the last page', 'backup', { NextToken: 'a' }, {}],
    ['a first page with an empty token', 'tagging', { PaginationToken: '' }, { PaginationToken: '' }],
    [
      'a page of EFS, which repeats its own marker',
      'elasticfilesystem',
      { Marker: 'a' },
      { Marker: 'a', NextMarker: 'b' },
    ],
    ['the last page of EFS', 'elasticfilesystem', { Marker: 'a' }, { Marker: 'a' }],
  ])('accepts %s', (_, service, input, output) => {
    expect(() => {
      refuseRepeatedToken(service, input, output);
    }).not.toThrow();
  });
});
