/** What tests of other projects need of the store beside the store itself. */
export {
  enableOnlyProtections,
  OPEN_FILTERS,
  type TenancyProtections,
} from './tenancyProtections.ts';
export {
  BEFORE_RELEASES,
  BEFORE_SETUPS,
  checkOutVersion,
  previousVersion,
  versionMissing,
} from '../src/testing/previousVersion.ts';
export { aVault, type Vault } from '../src/testing/aVault.ts';
export { aWatch } from '../src/testing/aWatch.ts';
export { disabledKey, Observations, type Found } from '../src/testing/observations.ts';
export { putWatch } from '../src/testing/putWatch.ts';
export { STORM } from '../src/testing/storm.ts';
export { WatchWorld } from '../src/testing/watchWorld.ts';
export { PUT_CHAT, PUT_DIGEST, PUT_INBOX_ITEM } from './putInboxItem.ts';
