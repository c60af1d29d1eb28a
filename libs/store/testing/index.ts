/** What tests of other projects need of the store beside the store itself. */
export {
  enableOnlyProtections,
  OPEN_FILTERS,
  type TenancyProtections,
} from './tenancyProtections.ts';
export { checkOutPreviousVersion, previousVersionMissing } from '../src/testing/previousVersion.ts';
