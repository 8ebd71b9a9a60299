import { configTypeOf } from '@backproof/core';
import type { ConfigType } from '@backproof/core';
import type { ReadingContext } from '../collector.js';

/** What the services themselves listed of a type of AWS Config. */
export interface Listed {
  readonly arns: ReadonlySet<string>;
  /** How many there are but for DocumentDB and Neptune: that AWS Config counts those as it counts RDS is not documented. */
  readonly sureOf: number;
}

/** What this scope's earlier readings found listed of a type. */
export function listedOf(configType: ConfigType, { found }: Pick<ReadingContext<unknown>, 'found'>): Listed {
  const resources = found('resources').filter(({ arn }) => configTypeOf(arn) === configType);
  const sure = resources.filter(({ type }) => type !== 'DocumentDB' && type !== 'Neptune');
  return { arns: new Set(resources.map(({ arn }) => arn)), sureOf: sure.length };
}
