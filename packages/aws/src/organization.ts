import { buildArn, compare, count, defined, grantOf, wayOutOf } from '@backproof/core';
import type { OrganizationAccount } from '@backproof/core';
import { AwsAccessError, codeOf, messageOf } from './access-error.js';
import { isDenied } from './gap.js';
import type { Identity } from './identity.js';
import { openService } from './open-service.js';
import { required } from './required.js';
import type { ServiceCalls } from './service-calls.js';
import { organizations } from './services/organizations/service.js';

/** The accounts of the caller's organization to scan. Nothing given: all that are active. */
export interface OrganizationRequest {
  /** Only these accounts, by id. */
  readonly accounts?: readonly string[] | undefined;
  /** Only the accounts of these organizational units and of those below them, or of the root. */
  readonly organizationalUnits?: readonly string[] | undefined;
  readonly excludedAccounts?: readonly string[] | undefined;
  /** The role to assume in each account but the caller's own. Absent: `DEFAULT_ROLE_NAME`. */
  readonly roleName?: string | undefined;
}

/** The role that is assumed in each account of an organization, unless another is named. */
export const DEFAULT_ROLE_NAME = 'BackproofReadOnly';

/**
 * Returns the accounts that a scan of an organization was asked for, by id; each that is not to be scanned has the reason.
 *
 * @throws AwsAccessError if the caller's account may not list them, or a named account or unit does not exist
 */
export async function organizationAccounts(
  request: OrganizationRequest,
  caller: Identity,
  signal: AbortSignal,
): Promise<readonly OrganizationAccount[]> {
  const { accounts: asked = [], organizationalUnits: units = [], excludedAccounts: excluded = [] } = request;
  const { connection, log, patience, partition } = caller;
  const calls = openService(organizations, { connection, log, signal, ...patience });
  try {
    const managementId = await managementAccountId(calls);
    const all = await listedAccounts(calls);
    const known = new Set(all.map(({ accountId }) => accountId));
    const stranger = [...asked, ...excluded].find((id) => !known.has(id));
    if (stranger !== undefined) throw notAMember(stranger, known.size);
    const inUnits = units.length === 0 ? known : await accountsIn(units, calls);
    return all
      .filter(({ accountId }) => inUnits.has(accountId) && (asked.length === 0 || asked.includes(accountId)))
      .map(({ accountId, name, state }): OrganizationAccount => ({
        ...{ partition, accountId, name },
        ...(accountId === managementId && { isManagement: true }),
        ...defined({ leftOut: excluded.includes(accountId) ? 'excluded' : state === 'ACTIVE' ? undefined : state }),
      }))
      .sort((a, b) => compare(a.accountId, b.accountId));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AwsAccessError) throw error;
    throw organizationError(error, caller);
  } finally {
    calls.close();
  }
}

/** The roles of the accounts that are scanned, without the caller's own account, which needs none. */
export function rolesIn(
  accounts: readonly OrganizationAccount[],
  { roleName = DEFAULT_ROLE_NAME }: OrganizationRequest,
  caller: Identity,
): readonly string[] {
  return accounts
    .filter(({ accountId, leftOut }) => leftOut === undefined && accountId !== caller.accountId)
    .map(({ partition, accountId }) =>
      buildArn({ partition, service: 'iam', region: '', accountId, resource: `role/${roleName}` }),
    );
}

/** @source API (AWS Organizations) Organization: MasterAccountId is the management account's */
async function managementAccountId({ call }: ServiceCalls): Promise<string> {
  const { DescribeOrganizationCommand } = await import('@aws-sdk/client-organizations');
  const answer = await call(new DescribeOrganizationCommand());
  return required(answer.Organization?.MasterAccountId, 'DescribeOrganization: MasterAccountId', answer);
}

/** @source API (AWS Organizations) Account: State; Status is retired on 2026-09-09 */
async function listedAccounts({ pages }: ServiceCalls) {
  const { ListAccountsCommand } = await import('@aws-sdk/client-organizations');
  const listed: { readonly accountId: string; readonly name: string; readonly state: string }[] = [];
  for await (const page of pages(ListAccountsCommand, {})) {
    for (const account of required(page.Accounts, 'ListAccounts: Accounts', page)) {
      const accountId = required(account.Id, 'ListAccounts: Id', page);
      const state = required(account.State ?? account.Status, 'ListAccounts: State', page);
      listed.push({ accountId, name: account.Name ?? accountId, state });
    }
  }
  return listed;
}

/** @source API ListAccountsForParent: the accounts in only that unit, and not in any child unit */
async function accountsIn(units: readonly string[], { pages }: ServiceCalls): Promise<ReadonlySet<string>> {
  const { ListAccountsForParentCommand, ListOrganizationalUnitsForParentCommand } =
    await import('@aws-sdk/client-organizations');
  const found = new Set<string>();
  const parents = new Set(units);
  for (const ParentId of parents) {
    for await (const page of pages(ListAccountsForParentCommand, { ParentId })) {
      const accounts = required(page.Accounts, 'ListAccountsForParent: Accounts', page);
      for (const { Id } of accounts) found.add(required(Id, 'ListAccountsForParent: Id', page));
    }
    for await (const page of pages(ListOrganizationalUnitsForParentCommand, { ParentId })) {
      const below = required(page.OrganizationalUnits, 'ListOrganizationalUnitsForParent: OrganizationalUnits', page);
      for (const { Id } of below) parents.add(required(Id, 'ListOrganizationalUnitsForParent: Id', page));
    }
  }
  return found;
}

function notAMember(id: string, members: number): AwsAccessError {
  return new AwsAccessError(
    `account ${id} is not in the organization, which has ${count(members, 'account')}. Check its id.`,
  );
}

function organizationError(error: unknown, { accountId, principalArn, log }: Identity): AwsAccessError {
  const code = codeOf(error);
  const failed = (cause: string): AwsAccessError =>
    new AwsAccessError(`cannot list the accounts of the organization: ${code}. ${cause}`, { cause: error });
  if (code === 'AWSOrganizationsNotInUseException') return failed(`Account ${accountId} is in no organization.`);
  if (/^(ParentNotFound|InvalidInput)Exception$/.test(code)) {
    return failed('Check the ids of the organizational units: they begin with ou- or r-.');
  }
  if (isDenied(code)) {
    const action = log.operationOf(error) ?? 'organizations:ListAccounts';
    return failed(
      `Allow ${principalArn} ${action}, and use the management account or a delegated administrator: account ${accountId} may be neither.`,
    );
  }
  const gap = { code, message: messageOf(error) };
  return failed(grantOf(gap) ?? wayOutOf(gap) ?? 'Try again, or name the roles instead.');
}
