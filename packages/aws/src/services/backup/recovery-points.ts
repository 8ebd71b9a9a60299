import { defineCollector } from '../../collector.js';
import type { Operation } from '../../collector.js';
import { recoveryPointPage } from './recovery-point-page.js';

const operations = {
  ListRecoveryPointsByBackupVault: { iam: 'backup:ListRecoveryPointsByBackupVault', pageSize: 1000 },
} satisfies Record<string, Operation>;

/**
 * Recovery points, read by vault: a thousand a call, with all that retention needs. Read by resource, each point would
 * take a call of its own. Vaults of every type are read; the vault's type determines the worth of its points.
 *
 * @source API ListRecoveryPointsByBackupVault
 */
export const recoveryPoints = defineCollector({
  service: 'backup',
  operations,
  readings: [
    {
      yields: [{ kind: 'recoveryPoints' }],
      async *forEachVault(context, vault) {
        const MaxResults = operations.ListRecoveryPointsByBackupVault.pageSize;
        let NextToken: string | undefined;
        do {
          const { points, nextToken } = await recoveryPointPage(context, vault, { MaxResults, NextToken });
          yield { recoveryPoints: points };
          NextToken = nextToken;
        } while (NextToken !== undefined && NextToken !== '');
      },
    },
  ],
});
