/**
 * What every process needs to start and run: its settings, the errors of a start, its data folder,
 * and tasks at intervals.
 */
export { adviceFor } from './advice.ts';
export { MAIN_PROVIDER } from './signInProviders.ts';
export { ConfigError } from './configError.ts';
export { type IpRange } from './ipRange.ts';
export { makeDataDir } from './makeDataDir.ts';
export type { SmtpServer } from './mailSettings.ts';
export type { ProxyAddress, ProxyBypass } from './proxyTypes.ts';
export { readSettings, readSettingsNamed, type SettingsOf } from './readSettings.ts';
export { repeat } from './repeat.ts';
export type { Report } from './rules.ts';
export { withSettingFiles, type Environment } from './settingFiles.ts';
export type { ProcessName, Setting } from './setting.ts';
export { SANDBOX_AWS } from './sandboxAws.ts';
export { SETTINGS } from './settings.ts';
export { isEmailAddress, OWN_PATHS } from './settingTypes.ts';
export { telemetryOf } from './telemetrySettings.ts';
export { StartError } from './startError.ts';
export { KeyPairError, readKeyPair, type KeyPair } from './tlsSettings.ts';
export { unknownVariables, type UnknownVariable } from './unknownVariables.ts';
