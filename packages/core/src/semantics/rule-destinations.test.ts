import { describe, expect, it } from '@jest/globals';
import type { BackupRule } from '../model/backup-plan.js';
import type { Scope } from '../model/scope.js';
import { dynamoDb } from '../model/types/dynamodb.js';
import { ebs } from '../model/types/ebs.js';
import { fsx } from '../model/types/fsx.js';
import { rds } from '../model/types/rds.js';
import { ruleDestinations } from './rule-destinations.js';

const VOLUME = ebs.variants[0].can;
const ONTAP = fsx.variants[1].can;
const TABLE = dynamoDb.variants[1].can;
const INSTANCE = rds.variants[1].can;

const home: Scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };
const main = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:main';
const second = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:second';
const farAway = 'arn:aws:backup:us-east-1:111111111111:backup-vault:far';
const bunker = 'arn:aws:backup:eu-west-1:222222222222:backup-vault:bunker';
const airGapped = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:gap';

function rule(fields: Partial<BackupRule> = {}): BackupRule {
  return {
    id: 'daily',
    name: 'daily',
    targetVaultName: 'main',
    scheduleExpression: 'cron(0 5 ? * * *)',
    timezone: 'UTC',
    startWindowMinutes: 480,
    continuous: false,
    lifecycle: { deleteAfterDays: 35 },
    copyActions: [],
    ...fields,
  };
}

const copyTo = (...arns: string[]) =>
  rule({ copyActions: arns.map((destinationVaultArn) => ({ destinationVaultArn })) });

describe('ruleDestinations', () => {
  it.each([
    ['its own vault', rule(), VOLUME, [main]],
    ['its copies', copyTo(second, farAway, bunker), VOLUME, [main, second, farAway, bunker]],
    ['no copies of what cannot be copied', copyTo(second, farAway, bunker), ONTAP, [main]],
    [
      'no copies to other accounts where there are none',
      copyTo(farAway, bunker),
      { ...VOLUME, crossAccountCopy: false },
      [main, farAway],
    ],
    ['copies that may or may not be possible', copyTo(bunker), TABLE, [main, bunker]],
    ['no copies to what is no vault', copyTo('bunker'), VOLUME, [main]],
    ['an air-gapped vault', rule({ airGappedVaultArn: airGapped }), VOLUME, [airGapped]],
    [
      'the vault behind an air-gapped one that does not take it',
      rule({ airGappedVaultArn: airGapped }),
      INSTANCE,
      [main],
    ],
  ] as const)('%s', (_, of, capability, expected) => {
    expect(ruleDestinations(of, home, capability, []).map(({ vaultArn }) => vaultArn)).toEqual(expected);
  });

  it('tells the places apart', () => {
    const destinations = ruleDestinations(copyTo(second, farAway, bunker), home, VOLUME, []);
    expect(destinations.map(({ atHome, copy }) => [atHome, copy])).toEqual([
      [true, false],
      [true, true],
      [false, true],
      [false, true],
    ]);
  });

  it('lets a copy live as long as its source, unless it says otherwise', () => {
    const copyActions = [
      { destinationVaultArn: bunker },
      { destinationVaultArn: bunker, lifecycle: {} },
      { destinationVaultArn: bunker, lifecycle: { deleteAfterDays: 365 } },
    ];
    const destinations = ruleDestinations(rule({ copyActions }), home, VOLUME, []);
    expect(destinations.map(({ retention }) => retention)).toEqual([35, 35, 35, 365]);
    expect(destinations.map(({ lifecycle }) => lifecycle.deleteAfterDays)).toEqual([35, 35, undefined, 365]);
  });
});
