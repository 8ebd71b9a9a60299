import type { Inventory, ReportedRun, Resource } from '@backproof/core';

/** A resource that a word of a user may mean. */
export interface MeantResource extends Pick<Resource, 'arn' | 'name'> {
  readonly type: string;
}

/**
 * Finds the resources that a user may mean: those with this name or id or, without any, those whose name or ARN contains
 * the text. Resources that are gone and left recovery points are among them.
 */
export function resourcesMeant(
  text: string,
  { resources }: Pick<Inventory, 'resources'>,
  { leftovers }: Pick<ReportedRun, 'leftovers'>,
): readonly MeantResource[] {
  const gone = (leftovers?.gone ?? []).map(({ arn, type }) => ({ arn, type, name: idIn(arn) }));
  const known: readonly MeantResource[] = [...resources, ...gone];
  const named = known.filter(({ arn, name }) => name === text || idIn(arn) === text);
  if (named.length > 0) return named;
  const part = text.toLowerCase();
  return known.filter(({ arn, name }) => arn.toLowerCase().includes(part) || name.toLowerCase().includes(part));
}

/** The last part of an ARN: `vol-1` of `arn:aws:ec2:eu-west-1:111111111111:volume/vol-1`. */
function idIn(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}
