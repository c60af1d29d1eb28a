/** The worker's settings, read once at start. `@keyway/config` describes each of them. */
import { readSettings, telemetryOf, type Environment, type SettingsOf } from '@keyway/config';
import type { ProxySettings } from '@keyway/connector-transport';
import { sealingSettings, type SealingSettings } from '@keyway/sealing';
import type { TelemetrySettings } from '@keyway/telemetry';

export type WorkerSettings = SettingsOf<'worker'> & {
  /** Null: the local key file under `dataDir` wraps the data keys. */
  sealing: SealingSettings | null;
  /** Null: everything is called directly. */
  proxy: ProxySettings | null;
  /** Null: nothing is exported. */
  telemetry: TelemetrySettings | null;
};

/** @throws ConfigError with one line per problem */
export function readWorkerSettings(environment: Environment): WorkerSettings {
  let sealing: SealingSettings | null = null;
  const settings = readSettings('worker', environment, {
    check: (values, report) => {
      sealing = sealingSettings(values, report);
    },
  });
  const { httpsProxy, noProxy } = settings;
  const proxy = httpsProxy && { address: httpsProxy, bypass: noProxy };
  return { ...settings, sealing, proxy, telemetry: telemetryOf(settings, 'keyway-worker') };
}
