/**
 * The settings of every process: what they are called, what they may be, how they are read, and the
 * errors of a start.
 */
export { ConfigError } from './configError.ts';
export { type IpRange } from './ipRange.ts';
export { makeDataDir } from './makeDataDir.ts';
export { readSettings, type SettingsOf } from './readSettings.ts';
export type { Report } from './rules.ts';
export { withSecretFiles, type Environment } from './secretFiles.ts';
export type { ProcessName, Setting } from './setting.ts';
export { SETTINGS } from './settings.ts';
export { StartError } from './startError.ts';
