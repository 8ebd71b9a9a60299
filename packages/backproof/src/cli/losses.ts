import { parseDuration, USUAL_LOSSES } from '@backproof/core';
import type { Loss } from '@backproof/core';
import { UsageError } from './usage-error.js';

/** The losses that are named, or the usual ones. @throws UsageError for a loss that there is not */
export function lossesOf(named?: readonly string[]): readonly Loss[] {
  return named?.map(lossNamed) ?? USUAL_LOSSES;
}

function lossNamed(text: string): Loss {
  const cut = text.indexOf('=');
  const [name, value] = cut === -1 ? [text] : [text.slice(0, cut), text.slice(cut + 1)];
  switch (name) {
    case 'deletion':
    case 'organization':
      if (value !== undefined) throw unknownLoss(text);
      return { kind: name };
    case 'late':
      return { kind: 'late', foundAfterMs: durationIn(text, value) };
    case 'region':
      return {
        kind: 'region',
        ...(value !== undefined && { region: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, text, value) }),
      };
    case 'account':
      return { kind: 'account', ...(value !== undefined && { accountId: matching(/^\d{12}$/, text, value) }) };
    case 'admin':
      return { kind: 'hostile-admin', ...(value !== undefined && { accountId: matching(/^\d{12}$/, text, value) }) };
    case 'key':
      return { kind: 'key', keyArn: matching(/^arn:[^:]+:kms:[^:]+:\d{12}:key\/[\w-]+$/, text, value ?? '') };
    default:
      throw unknownLoss(text);
  }
}

function durationIn(text: string, value = ''): number {
  try {
    return parseDuration(value);
  } catch (error) {
    throw unknownLoss(text, error);
  }
}

function matching(form: RegExp, text: string, value: string): string {
  if (!form.test(value)) throw unknownLoss(text);
  return value;
}

function unknownLoss(text: string, cause?: unknown): UsageError {
  return new UsageError(
    `"${text}" is not a loss. Write --lose deletion, late=30d, region, region=eu-west-1, account, account=111111111111, admin, admin=111111111111, organization or key=ARN.`,
    { cause },
  );
}
