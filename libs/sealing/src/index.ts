/**
 * The keys that wrap data keys: their settings, and how Key Vault keys wrap. The api's only way to
 * a vault, which is Keyway's own.
 */
export { sealingSettings, type SealingSettings } from './sealingSettings.ts';
export { makeKeyWrappers } from './makeKeyWrappers.ts';
export { findStartProblem } from './findStartProblem.ts';
export { watchSealing } from './watchSealing.ts';
