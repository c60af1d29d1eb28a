/** Sends a vault's audit log to a workspace, unless one of its settings does. */
import { sendsAudit, type SetupTarget } from '@keyway/core';
import { diagnosticSettingsPath } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { diagnosticSettingFacts } from '../facts/setupFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import {
  beforeChange,
  checkedTarget,
  otherwiseThere,
  requireName,
  requireWorkspaceId,
} from '../setupTarget.ts';
import { readDiagnosticSettings } from './readSurroundings.ts';

export async function putDiagnosticSetting(
  session: AzureSession,
  given: SetupTarget,
  setting: { name: string; workspaceId: string },
): Promise<{ created: boolean }> {
  const target = checkedTarget(given);
  const name = requireName(setting.name);
  const workspaceId = requireWorkspaceId(setting.workspaceId);
  const present = await beforeChange(() => readDiagnosticSettings(session, target));
  if (present.some((one) => sendsAudit(one, workspaceId))) return { created: false };
  if (present.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw otherwiseThere('A diagnostic setting of this name sends something else');
  const properties = { workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] };
  await sdkCall(ARM_HOST, 'Microsoft.Insights/diagnosticSettings/write', async () => {
    const path = diagnosticSettingsPath(target.id, name);
    return diagnosticSettingFacts((await session.arm().put(path, { properties })).document);
  });
  return { created: true };
}
