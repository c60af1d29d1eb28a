/**
 * The data plane of Key Vault and of the Managed HSM: which route answers which call.
 */
import type { Answer, Call } from '../../server/exchange.ts';
import { RouteTable } from '../../server/routeTable.ts';
import type { SandboxContext } from '../../server/sandboxContext.ts';
import { azureError, refuse } from '../azureErrors.ts';
import { createKey, deleteKey, rotateKey, updateKey } from './keyVaultWrite.ts';
import {
  getDeletedKey,
  getKey,
  getRotationPolicy,
  listKeys,
  listKeyVersions,
  putRotationPolicy,
  recoverKey,
  useKey,
} from './keyVaultKeys.ts';
import { hsmAuthorization, isHsmAuthorizationPath } from './managedHsm.ts';
import { authenticateCaller, passFirewall, vaultOfHost } from './vaultCaller.ts';
import type { VaultContext } from './vaultCaller.ts';

const routes = new RouteTable<VaultContext>()
  .on('GET /keys', listKeys)
  .on('POST /keys/:key/create', createKey)
  .on('POST /keys/:key/rotate', rotateKey)
  .on('GET /keys/:key/rotationpolicy', getRotationPolicy)
  .on('PUT /keys/:key/rotationpolicy', putRotationPolicy)
  .on('GET /keys/:key/versions', listKeyVersions)
  .on('GET /keys/:key', getKey)
  .on('GET /keys/:key/:version', getKey)
  .on('PATCH /keys/:key', updateKey)
  .on('PATCH /keys/:key/:version', updateKey)
  .on('DELETE /keys/:key', deleteKey)
  .on('GET /deletedkeys/:key', getDeletedKey)
  .on('POST /deletedkeys/:key/recover', recoverKey)
  .on('POST /keys/:key/:version/:operation', useKey);

/** Answers for `{name}.vault.azure.net` and `{name}.managedhsm.azure.net`. */
export async function keyVault(call: Call, context: SandboxContext): Promise<Answer> {
  const vault = vaultOfHost(call.host, context);
  const caller = await authenticateCaller(call, vault, context);
  passFirewall(vault, caller);
  if (!call.query.get('api-version')) refuse(400, 'BadParameter', 'api-version must be specified');
  const vaultContext = { ...context, vault, caller };
  if (vault.kind === 'managedHsm' && isHsmAuthorizationPath(call))
    return hsmAuthorization(call, vaultContext);
  return (
    (await routes.answer(call, vaultContext)) ??
    azureError(404, 'NotFound', `The path '${call.path}' is not known.`)
  );
}
