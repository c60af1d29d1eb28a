/**
 * KEYWAY_SEALING_KEY_ID: read, evaluated, and made into what wraps data keys. The one way from the
 * api to a vault, and it leads to our own.
 */
export { sealingSettings, type SealingSettings } from './sealingSettings.ts';
export { makeKeyWrappers } from './makeKeyWrappers.ts';
export { checkedAtStart } from './checkedAtStart.ts';
export type { Complaint } from './checkedAtStart.ts';
export { repeat } from './repeat.ts';
export { watchSealing } from './watchSealing.ts';
