/** What tests of other projects need of the store beside the store itself. */
export { leaveNets, OPEN_FILTERS, type TenancyNets } from './tenancyNets.ts';
