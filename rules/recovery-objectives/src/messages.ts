import { UNSUPPORTED } from '@backproof/core';

/** The messages of the rule, by id. The reasons why AWS Backup cannot back up a resource are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'no-objective': {
    status: 'notApplicable',
    text: 'No recovery objective is set for {name}.',
    meaning: 'the options set no objective for it',
  },
  'too-young': {
    status: 'notApplicable',
    text: '{name} is {age} old, so that no more than the objectives allow can be lost yet.',
    meaning: 'it has no backup that an objective asks for, and is younger than the data that may be lost',
  },

  met: {
    status: 'pass',
    text: '{name} meets its recovery objectives: {answers}.',
    meaning: 'after each loss, what survives is young enough, and restores took no longer than allowed',
  },
  'met-in-time': {
    status: 'pass',
    text: '{name} meets its recovery objectives if somebody acts in time: {answers}.',
    meaning:
      'the same, but after an attack somebody must cancel the deletion of a key, for which there is more time than the option `reactionTime` asks for',
  },

  lost: {
    status: 'fail',
    severity: 'high',
    text: '{name} misses its recovery objectives: {misses}.{step}',
    meaning: 'after a loss that an objective is for, nothing is left to restore from',
  },
  'follows-only': {
    status: 'fail',
    severity: 'high',
    text: '{name} misses its recovery objectives: {misses}.{step}',
    meaning: 'after such a loss only a replica is left, which cannot go back in time',
  },
  'at-risk': {
    status: 'fail',
    severity: 'medium',
    text: '{name} misses its recovery objectives: {misses}.{step}',
    meaning:
      'after such a loss it comes back only if somebody acts in time, which the option `reactionTime` does not count on',
  },
  'rpo-missed': {
    status: 'fail',
    severity: 'medium',
    text: '{name} misses its recovery objectives: {misses}.{step}',
    meaning: 'after such a loss more data is lost than the objective allows',
  },
  'rto-missed': {
    status: 'fail',
    severity: 'medium',
    text: '{name} misses its recovery objectives: {misses}.{step}',
    meaning: 'its last tested restores, or those of its type, took longer than the objective allows',
  },
  'aws-cannot': {
    status: 'fail',
    severity: 'low',
    text: '{name} cannot meet its recovery objectives: {misses}. AWS Backup does not copy its recovery points to where they would survive.',
    meaning: 'the objective is missed, and AWS Backup offers nothing for this type with which it could be met',
  },

  'restore-untested': {
    status: 'unknown',
    kind: 'undecided',
    text: 'Whether {name} comes back in the time that its recovery objectives allow is unknown: {doubts}. Test a restore.',
    meaning: 'an objective limits the time of a restore, and no successful one of it, or of its type, is known',
  },
  undocumented: {
    status: 'unknown',
    kind: 'undecided',
    text: 'Whether {name} meets its recovery objectives is unknown: {doubts}.',
    meaning: 'AWS does not document what becomes of a backup, or Backproof does not read it',
  },
  'not-read': {
    status: 'unknown',
    text: 'Whether {name} meets its recovery objectives is unknown: {doubts}.',
    meaning: 'something that could hold a survivor could not be read',
  },
} as const;
