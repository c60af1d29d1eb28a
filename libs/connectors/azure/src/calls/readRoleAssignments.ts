/**
 * Reads who may use the vault's keys: Azure RBAC for vaults, local RBAC beside it for Managed HSMs
 * (docs/reference/clouds.md 2.2, 2.4; RB-06).
 */
import { ConnectorError } from '@keyway/core';
import type {
  ConnectorErrorKind,
  ReadFailure,
  RoleAssignmentFacts,
  VaultReference,
} from '@keyway/core';
import { requireResourceId } from '../vaultResourceId.ts';
import { assignmentsPath, vaultId } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import {
  needsDefinition,
  relevantAssignments,
  roleAssignmentFacts,
} from '../facts/roleAssignmentFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { requireGuid, requireKeyName, vaultHost } from '../vaultHost.ts';
import { readRoleDefinition } from './readRoleDefinition.ts';

const READ = {
  azureRbac: 'Microsoft.Authorization/roleAssignments/read',
  hsmLocal: 'Microsoft.KeyVault/managedHsm/roleAssignments/read/action',
} as const;

type Vault = VaultReference & { resourceId: string };
interface About {
  keyName: string;
  principalObjectId: string;
}

async function listAt(
  session: AzureSession,
  scope: string,
  filter: string,
): Promise<RoleAssignmentFacts[]> {
  const rows = await sdkCall(ARM_HOST, READ.azureRbac, () =>
    session.arm().list(assignmentsPath(scope, 'roleAssignments', filter)),
  );
  return rows.map((row) => roleAssignmentFacts(row, 'azureRbac'));
}

/**
 * A refusal that is no service's own, such as a 404 that is a page: it lasts as much as one that
 * is.
 */
const isPage = ({ kind, status }: ReadFailure): boolean =>
  kind === 'badResponse' && status !== null && status >= 400;

/**
 * For lists that only add detail: a lasting refusal leaves the detail out, a temporary failure
 * is thrown.
 */
async function emptyIfRefused(
  refusals: ConnectorErrorKind[],
  list: Promise<RoleAssignmentFacts[]>,
): Promise<RoleAssignmentFacts[]> {
  try {
    return await list;
  } catch (error) {
    if (
      error instanceof ConnectorError &&
      (refusals.includes(error.failure.kind) || isPage(error.failure))
    )
      return [];
    throw error;
  }
}

/**
 * At or above the vault: everybody's. At, above or below it: the principal's. At the key itself:
 * everybody's again. Where the principal has nothing there, what it has elsewhere in the
 * subscription: a role at another vault was given, but at the wrong scope (VAL-25).
 */
async function listAzureRbac(
  session: AzureSession,
  vault: Vault,
  { keyName, principalObjectId }: About,
): Promise<RoleAssignmentFacts[]> {
  const id = requireResourceId(vault);
  const scope = vaultId(id);
  const lists = await Promise.all([
    listAt(session, scope, 'atScope()'),
    listAt(session, scope, `principalId eq '${principalObjectId}'`),
    emptyIfRefused(
      ['notFound', 'rejected'],
      listAt(session, `${scope}/keys/${keyName}`, 'atScope()'),
    ),
  ]);
  const found = lists.flat();
  if (
    found.some(({ principalId }) => principalId.toLowerCase() === principalObjectId.toLowerCase())
  )
    return found;
  const elsewhere = listAt(
    session,
    `/subscriptions/${id.subscriptionId}`,
    `principalId eq '${principalObjectId}'`,
  );
  return [
    ...found,
    ...(await emptyIfRefused(['denied', 'notFound', 'rejected', 'badResponse'], elsewhere)),
  ];
}

/** Each scope separately: a list of `/` or `/keys` hides what is assigned at the key (HSM-04). */
async function listLocalRbac(
  session: AzureSession,
  vault: Vault,
  { keyName }: About,
): Promise<RoleAssignmentFacts[]> {
  const host = vaultHost(vault);
  const lists = await Promise.all(
    ['/', '/keys', `/keys/${keyName}`].map((scope) =>
      sdkCall(host, READ.hsmLocal, () =>
        session
          .localRbac(host)
          .list(
            `/${scope}/providers/Microsoft.Authorization/roleAssignments?api-version=7.6&$filter=atScope()`,
          ),
      ),
    ),
  );
  return lists.flat().map((row) => roleAssignmentFacts(row, 'hsmLocal'));
}

/**
 * All assignments of the principal and all of the exact role, with the data actions of the
 * principal's other roles. For a Managed HSM the local ones count (HSM-03); Azure's are added where
 * they may be read, because one made there by mistake explains much.
 */
export async function readRoleAssignments(
  session: AzureSession,
  vault: Vault,
  about: About,
): Promise<RoleAssignmentFacts[]> {
  requireResourceId(vault);
  requireKeyName(about.keyName);
  const principal = requireGuid(about.principalObjectId, "the principal's object ID");
  const all =
    vault.kind === 'vault'
      ? await listAzureRbac(session, vault, about)
      : (
          await Promise.all([
            listLocalRbac(session, vault, about),
            emptyIfRefused(
              ['denied', 'notFound', 'rejected'],
              listAzureRbac(session, vault, about),
            ),
          ])
        ).flat();
  return Promise.all(
    relevantAssignments(all, principal).map(async (assignment) =>
      needsDefinition(assignment, principal)
        ? {
            ...assignment,
            dataActions: await readRoleDefinition(session, assignment, vaultHost(vault)),
          }
        : assignment,
    ),
  );
}
