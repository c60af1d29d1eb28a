/** What is there of everything that a plan of changes may name, each part apart. */
import { z } from 'zod';
import { keyFactsSchema, vaultFactsSchema } from './azureFacts.ts';
import { booleanOrNull, looseObject, observedSchema, textOrNull } from './observedSchema.ts';

const diagnosticSettingSchema = looseObject({
  name: z.string(),
  /** ARM ID of the Log Analytics workspace; null where it sends elsewhere. */
  workspaceId: textOrNull,
  /** Each by category, or by group of categories (`audit`, `allLogs`). */
  logs: z.array(
    looseObject({ category: textOrNull, categoryGroup: textOrNull, enabled: booleanOrNull }),
  ),
});
/** Where a vault's logs go; a vault has at most five of them. */
export type DiagnosticSettingFacts = z.infer<typeof diagnosticSettingSchema>;

const lockSchema = looseObject({
  name: z.string(),
  /** `CanNotDelete` or `ReadOnly`, as Azure wrote it. A `ReadOnly` lock also refuses changes. */
  level: z.string(),
  notes: textOrNull,
  /** ARM ID of what is locked: the vault, or what contains it. */
  scope: z.string(),
});
/** A management lock that reaches the vault. */
export type LockFacts = z.infer<typeof lockSchema>;

/** Of Key Vault: its one log, and the groups that contain it. */
const AUDIT = new Set(['auditevent', 'audit', 'alllogs']);

/** Whether the setting sends the audit log to that workspace, given by its ARM ID. */
export const sendsAudit = (
  { workspaceId, logs }: DiagnosticSettingFacts,
  workspace: string,
): boolean =>
  workspaceId?.toLowerCase() === workspace.toLowerCase() &&
  logs.some(
    ({ enabled, category, categoryGroup }) =>
      enabled === true && AUDIT.has((category ?? categoryGroup ?? '').toLowerCase()),
  );

/** Whether the lock keeps the vault from being deleted; a `ReadOnly` one does as well. */
export const preventsDeletion = ({ level }: Pick<LockFacts, 'level'>): boolean =>
  /^(CanNotDelete|ReadOnly)$/i.test(level);

const setupFactsSchema = looseObject({
  resourceGroup: observedSchema(looseObject({ name: z.string(), location: textOrNull })),
  /** The vault of that name in that resource group. */
  vault: observedSchema(vaultFactsSchema),
  /** A soft-deleted vault of that name in the subscription: the name is taken (KV-08). */
  deletedVault: observedSchema(looseObject({ name: z.string(), scheduledPurgeDate: textOrNull })),
  /** Names are global (KV-08). Absent, without being asked for, where the vault was seen. */
  vaultName: observedSchema(
    looseObject({
      available: z.boolean(),
      /** `AlreadyExists` or `AccountNameInvalid`, as Azure wrote it. */
      reason: textOrNull,
      message: textOrNull,
    }),
  ),
  /**
   * The latest version. Azure leaves an empty rotation policy out: `rotationActions` is null for
   * "none" as for "not stated".
   */
  key: observedSchema(keyFactsSchema),
  diagnosticSettings: observedSchema(z.array(diagnosticSettingSchema)),
  locks: observedSchema(z.array(lockSchema)),
});
/**
 * What is there now. Without a vault `key`, `diagnosticSettings` and `locks` are absent without
 * being asked for; of a vault that could not be read they carry its failure.
 */
export type AzureSetupFacts = z.infer<typeof setupFactsSchema>;

/** Facts from JSON; null where they are none, or lack what a plan of changes rests on. */
export function parseAzureSetupFacts(value: unknown): AzureSetupFacts | null {
  return setupFactsSchema.safeParse(value).data ?? null;
}
