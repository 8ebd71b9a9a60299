import { COLLECTORS } from './services/index.js';
import { SERVICE_NAMES } from './clients.js';

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

/** The operations that find the scopes. Identifying the caller needs no permission; it is listed for readers of the policy. */
const SCOPE_ACTIONS = ['ec2:DescribeRegions', 'sts:GetCallerIdentity'];

/**
 * The least that a scan of all populations needs, out of the table that the collectors run from. To assume further
 * roles, the caller also needs `sts:AssumeRole` on those.
 */
export function readOnlyPolicy(): IamPolicy {
  const actions = SERVICE_NAMES.flatMap((service) =>
    Object.values(COLLECTORS[service].operations).map(({ iam }) => iam),
  );
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'BackproofReadOnly',
        Effect: 'Allow',
        Action: [...new Set([...actions, ...SCOPE_ACTIONS])].sort(),
        Resource: '*',
      },
    ],
  };
}
