import {
  DescribeGlobalSettingsCommand,
  DescribeRegionSettingsCommand,
  InvalidRequestException,
  paginateListFrameworks,
} from '@aws-sdk/client-backup';
import { defineCollector } from '../../collector.js';
import type { Operation } from '../../collector.js';
import { required } from '../../required.js';

const operations = {
  DescribeRegionSettings: { iam: 'backup:DescribeRegionSettings' },
  DescribeGlobalSettings: { iam: 'backup:DescribeGlobalSettings' },
  ListFrameworks: { iam: 'backup:ListFrameworks', pageSize: 1000 },
} satisfies Record<string, Operation>;

/**
 * The features that the account has enabled, and its frameworks of AWS Backup Audit Manager.
 *
 * @source API DescribeRegionSettings, DescribeGlobalSettings, ListFrameworks
 */
export const backupSettings = defineCollector({
  service: 'backup',
  operations,
  readings: [
    {
      yields: [{ kind: 'regionSettings' }],
      async *read({ client, scope, signal }) {
        const answer = await client.send(new DescribeRegionSettingsCommand(), { abortSignal: signal });
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
      },
    },
    {
      yields: [{ kind: 'globalSettings' }],
      async *read({ client, scope, signal }) {
        try {
          const answer = await client.send(new DescribeGlobalSettingsCommand(), { abortSignal: signal });
          const settings = required(answer.GlobalSettings, 'DescribeGlobalSettings: GlobalSettings', answer);
          yield { globalSettings: [{ scope, settings }] };
        } catch (error) {
          // The request has no input that could be invalid: the account is in no organization, so there are none.
          if (!(error instanceof InvalidRequestException)) throw error;
        }
      },
    },
    {
      yields: [{ kind: 'frameworks' }],
      async *read({ client, scope, signal, translated }) {
        const { pageSize } = operations.ListFrameworks;
        for await (const page of paginateListFrameworks({ client, pageSize }, {}, { abortSignal: signal })) {
          const frameworks = required(page.Frameworks, 'ListFrameworks: Frameworks', page);
          yield {
            frameworks: translated(frameworks, 'ListFrameworks: FrameworkName', (framework) => ({
              scope,
              arn: required(framework.FrameworkArn, 'ListFrameworks: FrameworkArn', page),
              name: required(framework.FrameworkName, 'ListFrameworks: FrameworkName', page),
              controls: framework.NumberOfControls ?? 0,
              deploymentStatus: required(framework.DeploymentStatus, 'ListFrameworks: DeploymentStatus', page),
            })),
          };
        }
      },
    },
  ],
});
