import { byNextToken, defineService } from '../../service.js';

const paging = byNextToken(20);

/**
 * AWS Organizations: the accounts of a scan with `--org`. It is called before a scan, by its caller alone: the policy of
 * a scanned account has no use of it.
 */
export const organizations = defineService({
  name: 'organizations',
  open: async (config) => new (await import('@aws-sdk/client-organizations')).OrganizationsClient(config),
  operations: {
    DescribeOrganization: { iam: 'organizations:DescribeOrganization' },
    ListAccounts: { iam: 'organizations:ListAccounts', paging },
    ListAccountsForParent: { iam: 'organizations:ListAccountsForParent', paging, perItem: 'each OU that is named' },
    ListOrganizationalUnitsForParent: {
      iam: 'organizations:ListOrganizationalUnitsForParent',
      paging,
      perItem: 'each OU that is named',
    },
  },
  forOrganization: true,
  readings: [],
});
