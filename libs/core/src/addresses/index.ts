/** What other projects use of addresses. */
export { ADOBE_ADDRESS } from './adobeAddress.ts';
export { admitsAddress } from './ipv4Range.ts';
export { isInRange, isPublicAddress, type AddressRange } from './publicAddress.ts';
