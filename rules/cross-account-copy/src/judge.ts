import { judgeCopies, parseArn } from '@backproof/core';
import type { COPY_NEEDS, CopyPrepared, RuleContext, Verdict } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

type Context = RuleContext<keyof typeof COPY_NEEDS, typeof messages, Options, CopyPrepared>;

/** Judges a resource by its copies. In the China Regions no resource can have one in another account. */
export function judge(context: Context): Verdict {
  const { arn, name } = context.dossier.resource;
  const verdict = judgeCopies(context);
  const isImpossible = verdict.messageId === 'aws-cannot-copy';
  return isImpossible && parseArn(arn)?.partition === 'aws-cn' ? context.notApplicable('china', { name }) : verdict;
}
