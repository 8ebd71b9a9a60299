import { parseArn } from '../../semantics/arn.js';
import type { Command, Fix, FixContext } from './fix.js';

/** Makes the key that a message names usable again. @source API CancelKeyDeletion and EnableKey of AWS KMS */
export function keyFixes({ data: { key } }: FixContext, pendingDeletion: boolean): readonly Fix[] {
  const region = typeof key === 'string' ? parseArn(key)?.region : undefined;
  if (typeof key !== 'string' || region === undefined || region === '') return [];
  const call = (operation: string): Command => ({ operation, region, input: { KeyId: key } });
  return [
    {
      sentence: pendingDeletion ? 'Cancel the deletion of the key, and enable it.' : 'Enable the key.',
      commands: [...(pendingDeletion ? [call('kms:CancelKeyDeletion')] : []), call('kms:EnableKey')],
    },
  ];
}
