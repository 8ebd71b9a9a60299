import { ListNamespacesCommand, type Namespace } from '@aws-sdk/client-redshift-serverless';
import { defined, type RedshiftNamespace, type Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { toInstant, toKeyArn, toState, type StateWords } from '../translate.js';

/** The namespaces. @source API (Amazon Redshift Serverless) ListNamespaces */
export async function* readNamespaces({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListNamespacesCommand, {})) {
    const namespaces = required(page.namespaces, 'ListNamespaces: namespaces', page);
    const id = 'ListNamespaces: namespaceName';
    yield { resources: translated(namespaces, id, (namespace) => toNamespace(scope, namespace)) };
  }
}

/** @source API (Amazon Redshift Serverless) Namespace.status */
const NAMESPACE_STATES: StateWords = { available: ['AVAILABLE'], deleting: ['DELETING'], transient: ['MODIFYING'] };

/** @source API (Amazon Redshift Serverless) Namespace */
function toNamespace(scope: Scope, namespace: Namespace): RedshiftNamespace {
  return {
    type: 'Redshift Serverless',
    arn: required(namespace.namespaceArn, 'ListNamespaces: namespaceArn'),
    accountId: scope.accountId,
    region: scope.region,
    name: required(namespace.namespaceName, 'ListNamespaces: namespaceName'),
    ...defined({
      createdAt: toInstant(namespace.creationDate),
      state: toState(NAMESPACE_STATES, namespace.status),
      encryptionKeyArn: toKeyArn(scope, namespace.kmsKeyId),
    }),
  };
}
