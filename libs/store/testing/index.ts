/** What tests of other projects need of the store beside the store itself. */
export { leaveNets, type TenancyNets } from './tenancyNets.ts';
