import { expect, it } from '@jest/globals';
import type { Scope } from '../model/scope.js';
import { globalSettingsFinder, optInFinder } from './opt-ins.js';

const at = (accountId: string, region = 'eu-west-1'): Scope => ({ partition: 'aws', accountId, region });
const [management, member] = [at('100000000000'), at('200000000000')];
const accounts = [
  { partition: 'aws', accountId: management.accountId, name: 'management', isManagement: true as const },
  { partition: 'aws', accountId: member.accountId, name: 'member' },
];
const settingsOf = (scope: Scope, isOn: boolean) => ({ scope, optIn: { EBS: isOn }, management: {} });

it('plans of an organization follow the management account in the same Region, if it is known and was read', () => {
  const regionSettings = [settingsOf(management, false), settingsOf(member, true)];
  const optInsOf = optInFinder({ accounts, regionSettings });
  expect(optInsOf(member)).toEqual({ optIn: { EBS: true }, organizationOptIn: { EBS: false } });
  expect(optInsOf(at(member.accountId, 'eu-west-2'))).toEqual({});
  expect(optInFinder({ accounts: [], regionSettings })(member)).toEqual({ optIn: { EBS: true } });
});

it('the settings of the organization are those of the management account, or what the account itself shows', () => {
  const of = (scope: Scope, value: string) => ({ scope, settings: { isCrossAccountBackupEnabled: value } });
  const globalSettings = [of(management, 'true'), of(member, 'false')];
  const valueIn = (known: typeof accounts) => globalSettingsFinder({ accounts: known, globalSettings })(member);
  expect(valueIn(accounts)).toBe(globalSettings[0]);
  expect(valueIn([])).toBe(globalSettings[1]);
});
