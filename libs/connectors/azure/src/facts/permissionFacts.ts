/** One entry of Azure's list of permissions. Pure. */
import type { PermissionGrant } from '@keyway/core';
import { optional, optionalText, parseResponse } from '@keyway/connector-transport';
import { z } from 'zod';

const texts = optional(z.array(z.string()));
/** `actions` must be there: an entry without it is of another form, and would say "missing". */
const permissionSchema = z.object({
  actions: z.array(z.string()),
  notActions: texts,
  condition: optionalText,
});

/** Throws `badResponse` for another form. */
export function permissionGrant(row: unknown): PermissionGrant {
  const { actions, notActions, condition } = parseResponse(
    permissionSchema,
    row,
    'An entry of the permissions',
  );
  return { actions, notActions: notActions ?? [], conditional: condition !== null };
}
