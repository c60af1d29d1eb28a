/**
 * Whether a vault's name is free. Names are global and stay taken while a deleted vault can be
 * recovered (KV-08).
 */
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { Parameters } from '../../server/routeTable.ts';
import { badJson, refuse } from '../azureErrors.ts';
import { requirePermission } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';

/** KID-03, with the rules of the ARM naming page. */
const NAME = /^(?=.{3,24}$)(?!.*--)[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/;

export const isVaultName = (name: string): boolean => NAME.test(name);

const INVALID =
  'The vault name must be between 3 and 24 alphanumeric characters. The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens.';

/** Asked by POST, and no change. */
export function checkVaultName(
  call: Call,
  { subscription = '' }: Parameters,
  context: ArmContext,
): Answer {
  requirePermission(
    context,
    'Microsoft.KeyVault/checkNameAvailability/read',
    `/subscriptions/${subscription}`,
  );
  const { name, type } = jsonObject(call, badJson);
  if (type !== 'Microsoft.KeyVault/vaults' || typeof name !== 'string')
    refuse(400, 'BadRequest', 'The name or the type of the resource is missing or not supported.');
  const taken = context.world.vaults.get(name);
  const refused = !isVaultName(name)
    ? { reason: 'AccountNameInvalid', message: INVALID }
    : taken && {
        reason: 'AlreadyExists',
        message: taken.deletedAt
          ? `The name '${name}' is already in use by a vault in a deleted but recoverable state.`
          : `The name '${name}' is already in use.`,
      };
  return { status: 200, ledger: false, body: { nameAvailable: !refused, ...refused } };
}
