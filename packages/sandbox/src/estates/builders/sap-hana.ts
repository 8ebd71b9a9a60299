import type { Scope } from '@backproof/core';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

interface DatabaseOptions extends Omit<Named, 'createdAt'> {
  /** Absent: `erp`. */
  readonly application?: string;
}

/** A tenant database of SAP HANA. Systems Manager for SAP does not know since when there is one. */
export function sapHanaDatabase(scope: Scope, options: DatabaseOptions): EstateResource {
  const { name, application = 'erp', tags = {} } = options;
  const arn = arnIn(scope, 'ssm-sap', `HANA/${application}/DB/${name}`);
  const database = {
    ...{ ApplicationId: application, ComponentId: 'HDB-HDB00', DatabaseId: name, DatabaseType: 'TENANT', Arn: arn },
    Tags: tags,
  };
  const world = inScope(scope, { hanaDatabases: [database] });
  return { scope, arn, type: 'SAP HANA on Amazon EC2', name, createdAt: LONG_AGO, world };
}
