/**
 * Reads what a role allows, remembering it for a while: the same few roles come up for every vault.
 */
import { ConnectorError } from '@keyway/core';
import type { RoleAssignmentFacts } from '@keyway/core';
import { z } from 'zod';
import { roleDefinitionPath } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { dataActions } from '../facts/dataActions.ts';
import { sdkCall } from '../sdkCall.ts';

const definitionSchema = z.object({ properties: z.unknown() });

const localPath = (guid: string): string =>
  `///providers/Microsoft.Authorization/roleDefinitions/${guid}?api-version=7.6`;

/**
 * Refusals are lasting and leave the role unread; a temporary failure must not change the facts and
 * is thrown.
 */
const isLasting = (error: unknown): boolean =>
  error instanceof ConnectorError &&
  ['denied', 'notFound', 'rejected'].includes(error.failure.kind);

async function read(
  session: AzureSession,
  assignment: RoleAssignmentFacts,
  hsmHost: string,
): Promise<string[] | null> {
  const { store, roleDefinitionGuid: guid } = assignment;
  const subscription = /^\/subscriptions\/[0-9a-f-]{36}/i.exec(assignment.scope)?.[0] ?? '';
  try {
    const definition = await (store === 'hsmLocal'
      ? sdkCall(hsmHost, null, () => session.localRbac(hsmHost).get(localPath(guid)))
      : sdkCall(ARM_HOST, 'Microsoft.Authorization/roleDefinitions/read', () =>
          session.arm().get(roleDefinitionPath(subscription, guid)),
        ));
    return dataActions(definitionSchema.safeParse(definition).data?.properties, store);
  } catch (error) {
    if (isLasting(error)) return null;
    throw error;
  }
}

/** The role's data actions, or null where reading it is not allowed. `hsmHost` for local roles. */
export async function readRoleDefinition(
  session: AzureSession,
  assignment: RoleAssignmentFacts,
  hsmHost: string,
): Promise<string[] | null> {
  const key = `${assignment.store === 'hsmLocal' ? hsmHost : ''} ${assignment.roleDefinitionGuid}`;
  let reading = session.roleDefinitions.get(key);
  if (!reading) session.roleDefinitions.set(key, (reading = read(session, assignment, hsmHost)));
  try {
    const actions = await reading;
    if (actions === null) session.roleDefinitions.delete(key);
    return actions;
  } catch (error) {
    session.roleDefinitions.delete(key);
    throw error;
  }
}
