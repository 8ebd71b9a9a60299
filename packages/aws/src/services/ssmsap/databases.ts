import { ListDatabasesCommand } from '@backproof/clients';
import type { DatabaseSummary } from '@backproof/clients';
import type { SapHanaDatabase, Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { nameTag } from '../translate.js';

/** @source API (AWS Systems Manager for SAP) ListDatabases: without an application, those of all are listed */
export async function* readDatabases({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListDatabasesCommand, {})) {
    const databases = required(page.Databases, 'ListDatabases: Databases', page);
    yield { resources: translated(databases, 'ListDatabases: DatabaseId', (each) => toDatabase(scope, each)) };
  }
}

/** @source API (AWS Systems Manager for SAP) DatabaseSummary: tags are left out where there are none */
function toDatabase(
  { accountId, region }: Scope,
  { Arn, DatabaseId, Tags: tags = {} }: DatabaseSummary,
): SapHanaDatabase {
  return {
    type: 'SAP HANA on Amazon EC2',
    arn: required(Arn, 'ListDatabases: Arn'),
    accountId,
    region,
    name: nameTag(tags) ?? required(DatabaseId, 'ListDatabases: DatabaseId'),
    tags,
  };
}
