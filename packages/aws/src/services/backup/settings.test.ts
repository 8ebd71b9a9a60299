import { afterEach, describe, expect, it } from '@jest/globals';
import { answerGet, collected, gapsOf, populationLines, scope } from '../../collecting.fixture.js';
import { expectAllAsked } from '../reading.fixture.js';

afterEach(expectAllAsked);

describe('settings', () => {
  it('of the Region keep a type that AWS does not name unnamed', async () => {
    const preferences = { ResourceTypeOptInPreference: { EFS: false, 'Storage Gateway': true } };
    answerGet('/account-settings', {}, { ...preferences, ResourceTypeManagementPreference: { DynamoDB: true } });

    const { regionSettings } = await collected('regionSettings');

    expect(regionSettings).toEqual([
      { scope, optIn: { EFS: false, 'Storage Gateway': true }, management: { DynamoDB: true } },
    ]);
  });

  it('of the Region without any preference are a gap', async () => {
    answerGet('/account-settings', {}, {});

    const { populations, regionSettings } = await collected('regionSettings');

    expect(regionSettings).toEqual([]);
    expect(gapsOf(populations[0])).toMatchObject([{ code: 'MissingFieldError' }]);
  });

  it("of the organization are AWS's strings", async () => {
    answerGet('/global-settings', {}, { GlobalSettings: { isCrossAccountBackupEnabled: 'true' } });

    const { globalSettings } = await collected('globalSettings');

    expect(globalSettings).toEqual([{ scope, settings: { isCrossAccountBackupEnabled: 'true' } }]);
  });

  it('of the organization are none in an account that is in no organization', async () => {
    const refused = { __type: 'InvalidRequestException', Message: 'Your account is not a member of an organization' };
    answerGet('/global-settings', {}, refused, 400);

    const inventory = await collected('globalSettings');

    expect(inventory.globalSettings).toEqual([]);
    expect(populationLines(inventory)).toEqual(['globalSettings complete 0']);
  });

  it('of the organization that may not be read are unavailable', async () => {
    answerGet('/global-settings', {}, {}, 403);
    expect(populationLines(await collected('globalSettings'))).toEqual(['globalSettings unavailable 0']);
  });
});

describe('frameworks', () => {
  it('are listed page by page', async () => {
    const arn = 'arn:aws:backup:eu-west-1:111111111111:framework:cis';
    const framework = { FrameworkArn: arn, FrameworkName: 'cis', NumberOfControls: 3, DeploymentStatus: 'COMPLETED' };
    answerGet('/audit/frameworks', { MaxResults: '1000' }, { Frameworks: [], NextToken: 'a' });
    answerGet('/audit/frameworks', { MaxResults: '1000', NextToken: 'a' }, { Frameworks: [framework] });

    const { frameworks } = await collected('frameworks');

    expect(frameworks).toEqual([{ scope, arn, name: 'cis', controls: 3, deploymentStatus: 'COMPLETED' }]);
  });
});
