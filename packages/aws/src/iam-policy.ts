import { SERVICES } from './services/index.js';
import type { Service } from './service.js';

/** An IAM policy document. */
export interface IamPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: '*';
  }[];
}

/**
 * The least that a scan of all populations needs, out of the declarations that the readings run from. To assume further
 * roles, the caller also needs `sts:AssumeRole` on those.
 */
export function readOnlyPolicy(services: readonly Service[] = SERVICES): IamPolicy {
  const actions = services
    .filter(({ forOrganization }) => forOrganization !== true)
    .flatMap(({ operations }) => Object.values(operations).map(({ iam }) => iam));
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'BackproofReadOnly',
        Effect: 'Allow',
        Action: [...new Set(actions)].sort(),
        Resource: '*',
      },
    ],
  };
}
