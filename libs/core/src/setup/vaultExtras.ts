/** What protects and records a vault beside its own settings: audit log and lock. */
import { preventsDeletion, sendsAudit, type AzureSetupFacts } from '../azureSetupFacts.ts';
import { notPossible, notReadable, planned, type Planned } from './planned.ts';
import { DIAGNOSTIC_SETTING_NAME, LOCK_NAME } from './setupSettings.ts';

/** Azure's limit of one resource. */
const MAX_DIAGNOSTIC_SETTINGS = 5;

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Any setting that sends the audit log to the workspace will do. */
export function diagnosticChange(
  workspaceId: string,
  { diagnosticSettings: seen }: AzureSetupFacts,
): Planned {
  if (seen.outcome === 'unreadable') return notReadable(seen.failure);
  const settings = seen.outcome === 'seen' ? seen.value : [];
  const after = { name: DIAGNOSTIC_SETTING_NAME, workspaceId, logs: ['audit'] };
  const there = settings.find((setting) => sendsAudit(setting, workspaceId));
  if (there) {
    const before = { ...after, name: there.name };
    return planned('ALREADY_THERE', before, before);
  }
  if (settings.some(({ name }) => sameName(name, DIAGNOSTIC_SETTING_NAME)))
    return notPossible('settingNameTaken', {}, { name: DIAGNOSTIC_SETTING_NAME });
  if (settings.length >= MAX_DIAGNOSTIC_SETTINGS)
    return notPossible('tooManySettings', {}, { max: MAX_DIAGNOSTIC_SETTINGS });
  return planned('CREATE', {}, after);
}

/** Any lock that reaches the vault will do; both levels refuse its deletion. */
export function lockChange({ locks: seen }: AzureSetupFacts): Planned {
  if (seen.outcome === 'unreadable') return notReadable(seen.failure);
  const locks = seen.outcome === 'seen' ? seen.value : [];
  const there = locks.find(preventsDeletion);
  if (there) {
    const before = { name: there.name, lockLevel: there.level };
    return planned('ALREADY_THERE', before, before);
  }
  if (locks.some(({ name }) => sameName(name, LOCK_NAME)))
    return notPossible('lockNameTaken', {}, { name: LOCK_NAME });
  return planned('CREATE', {}, { name: LOCK_NAME, lockLevel: 'CanNotDelete' });
}
