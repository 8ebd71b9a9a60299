import type { Gap, UnknownWord } from '../model/population.js';

type Cause = Pick<Gap, 'code' | 'message' | 'iamAction' | 'httpStatus'>;

/** AWS names the policy that decided in the message of a denial. @source IAM User Guide, troubleshoot_access-denied */
const EXPLICIT_DENY = /explicit deny(?: in an? ([a-z -]{0,60}?(?:policy|boundary)))?/i;
const NOT_ALLOWED =
  /because no (service control policy|resource control policy|permissions boundary|session policy|VPC endpoint policy) allows/i;

/** Codes of AWS for credentials that it does not accept, which it also gives in a Region that is not enabled. */
const NOT_ACCEPTED =
  /^(AuthFailure|InvalidClientTokenId|UnrecognizedClientException|OptInRequired|SignatureDoesNotMatch)$/;

/** Codes that come from the SDK or from Backproof because the answer had none. */
const SAYS_NOTHING = /^(UnreadableAnswer|Unknown|UnknownError|Error)$/;

/** Says where AWS used a word that this version does not know: `backup:ListRestoreJobs: Status PARKED of job-1 and 3 more`. */
export function unknownWordText({ operation, field, word, item, items }: UnknownWord): string {
  const others = items === 1 ? '' : ` and ${items - 1} more`;
  return `${operation}: ${field} ${word} of ${item}${others}`;
}

/** Returns the IAM action to grant to the caller; undefined if that would not help. */
export function grantOf(gap: Cause): string | undefined {
  return EXPLICIT_DENY.test(gap.message) || NOT_ALLOWED.test(gap.message) ? undefined : gap.iamAction;
}

/** Returns the way out of a gap as a sentence, such as `Grant backup:ListBackupJobs.`; undefined if none is known. */
export function wayOutOf(gap: Cause): string | undefined {
  const denied = EXPLICIT_DENY.exec(gap.message);
  if (denied !== null) {
    return `No grant overrides the explicit deny: change ${thePolicy(denied[1])}, or do not scan this account and Region.`;
  }
  const limit = NOT_ALLOWED.exec(gap.message);
  if (limit !== null) {
    return `No other grant helps: allow it in ${thePolicy(limit[1])}, or do not scan this account and Region.`;
  }
  if (gap.iamAction !== undefined) return `Grant ${gap.iamAction}.`;
  if (WAYS_OUT.has(gap.code)) return WAYS_OUT.get(gap.code);
  return NOT_ACCEPTED.test(gap.code) ? NOT_ACCEPTED_WAY_OUT : undefined;
}

const NOT_ACCEPTED_WAY_OUT =
  'AWS did not accept the credentials: check that they are valid, that the clock is right and that the Region is enabled.';

const SIGN_IN_AGAIN =
  'The credentials ended during the scan: sign in again, such as by aws sso login --profile NAME, or use credentials that last longer. In a container on EC2, the metadata service needs a hop limit of 2.';
const TRY_AGAIN = 'AWS did not answer in time: try again later, or scan fewer accounts and Regions at a time.';

/** The ways out where a scan got no answer, by the code of the gap. */
const WAYS_OUT: ReadonlyMap<string, string> = new Map([
  ['ExpiredToken', SIGN_IN_AGAIN],
  ['ExpiredTokenException', SIGN_IN_AGAIN],
  ['CredentialsProviderError', SIGN_IN_AGAIN],
  ['TokenProviderError', SIGN_IN_AGAIN],
  ['CallTimeout', TRY_AGAIN],
  ['TimeoutError', TRY_AGAIN],
  ['NoProgress', TRY_AGAIN],
  ['SkippedCalls', TRY_AGAIN],
  ['DeadlineReached', 'Give the scan more time with --deadline, or scan fewer accounts and Regions at a time.'],
  [
    'RoleNotAssumed',
    "Check the role's name, its trust policy and the external ID, or leave the role or the account out.",
  ],
  ['RegionsNotListed', 'Allow ec2:DescribeRegions in that account, name the Regions, or leave the account out.'],
  [
    'TooManyEvents',
    'Where restores without AWS Backup are no tests, set acceptManual of restore-test to false: they are not searched for then.',
  ],
  ['ClockDifference', 'Set the clock of this machine, or name the time with --now.'],
  ['EndlessListing', 'Check the endpoint: a listing of AWS ends.'],
  ['RepeatedTokenError', 'Check the endpoint: a listing of AWS ends.'],
]);

/** Returns the cause of a gap in a few words: `no permission for backup:ListBackupJobs`, `explicit deny`, `ThrottlingException`. */
export function causeOf(gap: Cause): string {
  const denied = EXPLICIT_DENY.exec(gap.message);
  if (denied !== null) return denied[1] === undefined ? 'explicit deny' : `explicit deny of the ${denied[1]}`;
  const limit = NOT_ALLOWED.exec(gap.message);
  if (limit !== null) return `not allowed by the ${limit[1] ?? 'policy'}`;
  if (gap.iamAction !== undefined) return `no permission for ${gap.iamAction}`;
  return SAYS_NOTHING.test(gap.code) && gap.httpStatus !== undefined ? `HTTP ${gap.httpStatus}` : gap.code;
}

function thePolicy(name: string | undefined): string {
  return `the ${name ?? 'policy that denies it'}`;
}
