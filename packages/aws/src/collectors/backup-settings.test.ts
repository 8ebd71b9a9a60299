import { afterEach, describe, expect, it } from '@jest/globals';
import { answerGet, collected, gapsOf, scope } from '../collecting.fixture.js';
import { expectAllAsked } from './reading.fixture.js';

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
