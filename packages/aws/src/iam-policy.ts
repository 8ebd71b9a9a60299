import { POPULATION_KINDS } from '@backproof/core';
import type { PopulationKind } from '@backproof/core';
import { neededReadings } from './load-readings.js';
import type { Service } from './service.js';
import { SERVICES } from './services/index.js';

/** An IAM policy document. */
export interface IamPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string;
}

/** The use of a policy. Nothing given: a scan of all populations in one account. */
export interface PolicyRequest {
  /** The kinds that are read. */
  readonly populations?: ReadonlySet<PopulationKind> | undefined;
  /** The roles, as the resource of a statement, that the caller of a scan of an organization assumes. Absent: none. */
  readonly organizationRoles?: string | undefined;
  readonly services?: readonly Service[] | undefined;
}

/**
 * The operations that find the scopes and their endpoints. That of STS needs no permission; it is listed for readers of
 * the policy.
 */
const BEFORE_A_SCAN = ['sts:GetCallerIdentity', 'ec2:DescribeRegions'];

/**
 * The least that a scan needs, from the declarations that the readings run from. To assume further roles, the caller also
 * needs `sts:AssumeRole` on those.
 */
export function readOnlyPolicy({ organizationRoles, ...request }: PolicyRequest = {}): IamPolicy {
  const { services = SERVICES } = request;
  const ofOrganization = services
    .filter(({ forOrganization }) => forOrganization)
    .flatMap(({ operations }) => Object.values(operations).map(({ iam }) => iam));
  return {
    Version: '2012-10-17',
    Statement: [
      statement('BackproofReadOnly', neededActions(request), '*'),
      ...(organizationRoles === undefined
        ? []
        : [
            statement('BackproofOrganization', ofOrganization, '*'),
            statement('BackproofRoles', ['sts:AssumeRole'], organizationRoles),
          ]),
    ],
  };
}

function neededActions({ populations = new Set(POPULATION_KINDS), services = SERVICES }: PolicyRequest) {
  const called = [...neededReadings(services, populations)].flatMap(({ service, reading: { calls } }) =>
    (calls ?? Object.keys(service.operations)).map((name) => (name.includes(':') ? name : `${service.name}:${name}`)),
  );
  const needed = new Set([...BEFORE_A_SCAN, ...called]);
  return services.flatMap(({ name, operations }) =>
    Object.entries(operations).flatMap(([operation, { iam }]) => (needed.has(`${name}:${operation}`) ? iam : [])),
  );
}

function statement(Sid: string, actions: readonly string[], Resource: string): PolicyStatement {
  return { Sid, Effect: 'Allow', Action: [...new Set(actions)].sort(), Resource };
}
