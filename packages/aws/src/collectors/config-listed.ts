import { configTypeOf } from '@backproof/core';
import type { ConfigType } from '@backproof/core';
import type { ReadingContext } from '../collector.js';

/** What the services themselves listed of a type of AWS Config. */
export interface Listed {
  readonly arns: ReadonlySet<string>;
  /** How many of them hold no data. */
  readonly passedOver: number;
  /** How many there are but for DocumentDB and Neptune: that AWS Config counts those as it counts RDS is not documented. */
  readonly sureOf: number;
}

/** What this scope's earlier readings found listed of a type. */
export function listedOf(
  configType: ConfigType,
  { found, passedOver }: Pick<ReadingContext<unknown>, 'found' | 'passedOver'>,
): Listed {
  const isMeant = (arn: string): boolean => configTypeOf(arn) === configType;
  const resources = found('resources').filter(({ arn }) => isMeant(arn));
  const others = passedOver().filter(isMeant);
  const sure = resources.filter(({ type }) => type !== 'DocumentDB' && type !== 'Neptune');
  return {
    arns: new Set([...resources.map(({ arn }) => arn), ...others]),
    passedOver: others.length,
    sureOf: sure.length + others.length,
  };
}
