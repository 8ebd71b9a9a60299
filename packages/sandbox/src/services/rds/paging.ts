import { ServiceError } from '../../wire/service-error.js';
import type { Paging } from '../../service/listing.js';

/** @source RDS API Reference, DescribeDBInstances, MaxRecords */
export const paging: Paging<'MaxRecords' | 'Marker', 'Marker'> = {
  size: 'MaxRecords',
  token: 'Marker',
  next: 'Marker',
  least: 20,
  most: 100,
  excess: 'refused',
  badSize: (size) => invalidValue(`Invalid value ${size} for MaxRecords. Must be between 20 and 100`),
  badToken: () => invalidValue('Invalid value for Marker'),
};

/** An identifier may also come as an ARN, whose last part it is; that of a snapshot may hold a colon itself. */
export function idsOf(identifier: string | undefined): string[] {
  return identifier === undefined ? [] : [identifier.replace(/^arn:(?:[^:]*:){5}/, '')];
}

/** The error of RDS for an unknown filter. */
export function unknownFilter(name: string): ServiceError {
  return invalidValue(`Unrecognized filter name: ${name}`);
}

function invalidValue(message: string): ServiceError {
  return new ServiceError('InvalidParameterValue', message);
}
