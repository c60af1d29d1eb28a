/** The call of each change; its settings are those that the plan showed. */
import {
  ADOBE_ADDRESS,
  DIAGNOSTIC_SETTING_NAME,
  LOCK_NAME,
  newKeySettings,
  newVaultSettings,
  type AzureConnection,
  type AzureSetupPort,
  type CallOptions,
  type PlannedChange,
  type SetupRequest,
  type VaultFacts,
} from '@keyway/core';

/** What a call answered; `created: false`: it was there. */
export interface SentChange {
  created: boolean;
  keyIdentifier: string | null;
}

const LOCK_NOTES = 'Keeps the key of Adobe Journey Optimizer from being deleted by mistake.';

export async function sendChange(
  azure: AzureSetupPort,
  connection: AzureConnection,
  request: SetupRequest,
  change: PlannedChange,
  options: CallOptions,
  present: VaultFacts['networkAcls'],
): Promise<SentChange> {
  const { target } = request;
  const answered = (created: boolean): SentChange => ({ created, keyIdentifier: null });
  switch (change.kind) {
    case 'CREATE_VAULT': {
      const settings = newVaultSettings(request);
      return answered((await azure.createVault(connection, target, settings, options)).created);
    }
    case 'ENABLE_PURGE_PROTECTION': {
      const update = { enablePurgeProtection: true } as const;
      return answered((await azure.updateVault(connection, target, update, options)).changed);
    }
    case 'ADD_NETWORK_RULE': {
      const network = { bypass: 'AzureServices', addIpRules: [ADOBE_ADDRESS], present } as const;
      return answered((await azure.updateVault(connection, target, { network }, options)).changed);
    }
    case 'CREATE_KEY':
      return azure.createKey(connection, target, newKeySettings(request), options);
    case 'PUT_DIAGNOSTIC_SETTING': {
      const setting = { name: DIAGNOSTIC_SETTING_NAME, workspaceId: request.workspaceId ?? '' };
      const { created } = await azure.putDiagnosticSetting(connection, target, setting, options);
      return answered(created);
    }
    case 'PUT_LOCK': {
      const lock = { name: LOCK_NAME, notes: LOCK_NOTES };
      return answered((await azure.putLock(connection, target, lock, options)).created);
    }
    case 'SET_ROTATION':
      throw new Error('the rotation of an existing key is never changed');
  }
}
