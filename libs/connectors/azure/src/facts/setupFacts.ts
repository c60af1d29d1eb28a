/** ARM's descriptions of what surrounds a vault, as facts. Pure. */
import type { DiagnosticSettingFacts, LockFacts } from '@keyway/core';
import { z } from 'zod';
import { lenientText, optional, optionalText, parseResponse } from '@keyway/connector-transport';

const groupSchema = z.object({ name: z.string().min(1), location: lenientText });

export const resourceGroupFacts = (document: unknown): { name: string; location: string | null } =>
  parseResponse(groupSchema, document, 'The description of the resource group');

const availabilitySchema = z.object({
  nameAvailable: z.boolean(),
  reason: optionalText,
  message: lenientText,
});

export function vaultNameFacts(document: unknown) {
  const { nameAvailable, ...why } = parseResponse(
    availabilitySchema,
    document,
    'Whether the name of the vault is free',
  );
  return { available: nameAvailable, ...why };
}

const diagnosticSettingSchema = z.object({
  name: z.string().min(1),
  properties: z.object({
    workspaceId: optionalText,
    logs: optional(
      z.array(
        z.object({
          category: optionalText,
          categoryGroup: optionalText,
          enabled: optional(z.boolean()),
        }),
      ),
    ),
  }),
});

export function diagnosticSettingFacts(document: unknown): DiagnosticSettingFacts {
  const { name, properties } = parseResponse(
    diagnosticSettingSchema,
    document,
    'A diagnostic setting',
  );
  return { name, workspaceId: properties.workspaceId, logs: properties.logs ?? [] };
}

const LOCK_ID = /^(.*)\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i;
const lockSchema = z.object({
  id: z.string().regex(LOCK_ID),
  name: z.string().min(1),
  properties: z.object({ level: z.string().min(1), notes: lenientText }),
});

export function lockFacts(document: unknown): LockFacts {
  const { id, name, properties } = parseResponse(lockSchema, document, 'A lock');
  return { name, level: properties.level, notes: properties.notes, scope: LOCK_ID.exec(id)![1]! };
}

/** Azure lists the locks of what a resource contains as well; those do not hold the resource. */
export const reaches = (lock: LockFacts, vaultId: string): boolean =>
  `${vaultId.toLowerCase()}/`.startsWith(`${lock.scope.toLowerCase()}/`);
