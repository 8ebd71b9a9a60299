import { count, leftoverGroups, pointsInWords } from '@backproof/core';
import type { Evidence, Verdict } from '@backproof/core';
import type { AccountContext } from './context.js';

/** The most items that are named as evidence. */
const NAMED = 20;

/** Judges an account in a Region: do jobs fail unseen, is a type opted out that a plan wants, what is left over? */
export function judgeAccount(context: AccountContext): Verdict {
  const { dossier, options, fail, unknown, pass } = context;
  const { account, failingJobs, optedOut, leftovers, unread } = dossier;
  const data = { account: account.accountId, region: account.region };
  const evidence = [...failingEvidence(context), ...optedOutEvidence(context), ...goneEvidence(context)];
  // A later job may have succeeded, the resource may be one that could not be listed, and another plan may assign it.
  const { failing, doubtful } = failingJobs;
  if (failing.length > 0 && !unread.includes('failingJobs')) {
    return fail('unjudged-failures', { ...data, resources: count(failing.length, 'resource') }, evidence);
  }
  if (optedOut.length > 0 && !unread.includes('optedOut')) {
    const settings = [...new Set(optedOut.map(({ setting }) => setting))].join(', ');
    const plans = [...new Set(optedOut.map(({ plan }) => plan))].join(', ');
    return fail('tagged-but-opted-out', { ...data, settings, plans }, evidence);
  }
  const groups = leftoverGroups({ leftovers: { ...leftovers, expired: [], failing: [] } });
  const [gone] = groups.filter(({ kind }) => kind === 'gone');
  if (gone !== undefined && options.leftovers === 'fail') {
    return fail('points-of-gone', { ...data, points: gone.title }, evidence);
  }
  const missing = unread.flatMap((kind) => MISSING[kind] ?? []);
  if (missing.length > 0) return unknown('account-unread', { ...data, missing: missing.join(', ') }, evidence);
  if (doubtful > 0) return unknown('job-states-unknown', { ...data, resources: count(doubtful, 'resource') }, evidence);
  if (groups.length === 0) return pass('account-tidy', data);
  return pass('account-noted', { ...data, notes: groups.map(({ title }) => title).join('; ') }, evidence);
}

const MISSING: Readonly<Record<string, string>> = {
  failingJobs: 'its backup jobs',
  optedOut: 'its plans and opt-ins, and the resources and tags that they concern',
  leftovers: 'its recovery points',
};

function failingEvidence({ dossier }: AccountContext): readonly Evidence[] {
  return dossier.failingJobs.failing
    .slice(0, NAMED)
    .map(({ resourceArn, failures, last, state, message = 'AWS gave no reason' }) => ({
      kind: 'resource',
      id: resourceArn,
      text: `${count(failures, 'failed backup job')}, the last ${state}: ${message}`,
      at: new Date(last),
    }));
}

function optedOutEvidence({ dossier }: AccountContext): readonly Evidence[] {
  return dossier.optedOut.slice(0, NAMED).map(({ planArn, plan, setting, resources, example }) => ({
    kind: 'plan',
    id: planArn,
    text: `plan ${plan} matches ${count(resources, 'resource')} by tags, such as ${example}, and ${setting} is not opted in`,
  }));
}

function goneEvidence({ dossier: { leftovers } }: AccountContext): readonly Evidence[] {
  const gone = leftovers.gone.slice(0, NAMED).map(({ arn, type, ...points }): Evidence => ({
    kind: 'resource',
    id: arn,
    text: `gone, ${type}: ${pointsInWords(points)}`,
  }));
  const twice = leftovers.keptTwice.slice(0, NAMED).map(({ arn, volumes }): Evidence => ({
    kind: 'resource',
    id: arn,
    text: `backed up twice: ${count(volumes, 'volume')} also by themselves`,
  }));
  return [...gone, ...twice];
}
