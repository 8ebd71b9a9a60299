import {
  DescribeGlobalSettingsCommand,
  DescribeRegionSettingsCommand,
  InvalidRequestException,
  ListFrameworksCommand,
} from '@aws-sdk/client-backup';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';

/**
 * The features that the account has enabled, and its frameworks of AWS Backup Audit Manager.
 *
 * @source API DescribeRegionSettings, DescribeGlobalSettings, ListFrameworks
 */
export async function* readRegionSettings({ call, scope }: ReadingContext): AsyncIterable<Page> {
  const answer = await call(new DescribeRegionSettingsCommand());
  const optIn = answer.ResourceTypeOptInPreference;
  yield {
    regionSettings: [
      {
        scope,
        optIn: required(optIn, 'DescribeRegionSettings: ResourceTypeOptInPreference', answer),
        management: answer.ResourceTypeManagementPreference ?? {},
      },
    ],
  };
}

export async function* readGlobalSettings({ call, scope }: ReadingContext): AsyncIterable<Page> {
  try {
    const answer = await call(new DescribeGlobalSettingsCommand());
    const settings = required(answer.GlobalSettings, 'DescribeGlobalSettings: GlobalSettings', answer);
    yield { globalSettings: [{ scope, settings }] };
  } catch (error) {
    // The request has no input that could be invalid: the account is in no organization, so there are none.
    if (!(error instanceof InvalidRequestException)) throw error;
  }
}

export async function* readFrameworks({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListFrameworksCommand, {})) {
    const frameworks = required(page.Frameworks, 'ListFrameworks: Frameworks', page);
    yield {
      frameworks: translated(frameworks, 'ListFrameworks: FrameworkName', (framework) => ({
        scope,
        arn: required(framework.FrameworkArn, 'ListFrameworks: FrameworkArn', page),
        name: required(framework.FrameworkName, 'ListFrameworks: FrameworkName', page),
        controls: required(framework.NumberOfControls, 'ListFrameworks: NumberOfControls', page),
        deploymentStatus: required(framework.DeploymentStatus, 'ListFrameworks: DeploymentStatus', page),
      })),
    };
  }
}
