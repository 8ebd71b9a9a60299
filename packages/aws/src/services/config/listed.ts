import { configTypeOf } from '@backproof/core';
import type { ConfigType } from '@backproof/core';
import type { ReadingContext } from '../../reading.js';

/** The resources of a type of AWS Config that the services themselves listed. */
export interface Listed {
  readonly arns: ReadonlySet<string>;
  /**
   * Their number without DocumentDB and Neptune: whether AWS Config counts those as it counts RDS is not documented.
   */
  readonly sureOf: number;
}

/** Finds the resources of a type that this scope's earlier readings listed. */
export function listedOf(configType: ConfigType, { found }: Pick<ReadingContext, 'found'>): Listed {
  const resources = found('resources').filter(({ arn }) => configTypeOf(arn) === configType);
  const sure = resources.filter(({ type }) => type !== 'DocumentDB' && type !== 'Neptune');
  return { arns: new Set(resources.map(({ arn }) => arn)), sureOf: sure.length };
}
