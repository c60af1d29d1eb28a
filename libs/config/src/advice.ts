/** What works, and is seldom meant outside a trial on one machine. */
import type { SettingsOf } from './readSettings.ts';
import { LOOPBACK_HOSTS } from './settingTypes.ts';

type Given = SettingsOf<'api'>;
type Advice = (settings: Given) => string | null;

const isLocal = ({ publicUrl }: Given): boolean => LOOPBACK_HOSTS.has(new URL(publicUrl).hostname);

const ADVICE: readonly Advice[] = [
  ({ databaseUrl }) =>
    databaseUrl === null
      ? 'DATABASE_URL is not set: the embedded database under DATA_DIR is used, which processes on other machines cannot reach.'
      : null,
  ({ databaseUrl, databaseMigrationUrl }) =>
    databaseUrl !== null && databaseMigrationUrl === null
      ? 'DATABASE_MIGRATION_URL is not set: one login migrates and operates. With two, whoever takes over a process can neither bypass row-level security nor change history.'
      : null,
  ({ sealingKeyId }) =>
    sealingKeyId === null
      ? 'KEYWAY_SEALING_KEY_ID is not set: DATA_DIR/sealing.key seals credentials. Every process needs the same file, and a backup of the database is of no use without it.'
      : null,
  (settings) =>
    !isLocal(settings) && settings.trustProxy.length === 0 && !servesTls(settings)
      ? 'KEYWAY_TRUST_PROXY is not set: everybody behind one proxy shares the limits of its address.'
      : null,
  (settings) =>
    !isLocal(settings) && [...LOOPBACK_HOSTS, '::1'].includes(settings.host)
      ? `HOST is ${settings.host}: only programs on this machine reach the api. In a container set HOST=0.0.0.0.`
      : null,
  (settings) =>
    !isLocal(settings) && settings.metricsPort === null
      ? 'KEYWAY_METRICS_PORT is not set: whoever reaches the api can read /metrics.'
      : null,
  ({ cloud, oidcIssuer, oidcProviders }) =>
    cloud === 'real' && !oidcIssuer && oidcProviders.length === 0
      ? 'No sign-in provider is set: people cannot sign in, only API tokens work.'
      : null,
  ({ cloud, stepUpSeconds, stepUpAcr }) =>
    cloud === 'real' && !stepUpSeconds && !stepUpAcr
      ? 'Neither KEYWAY_STEP_UP_SECONDS nor KEYWAY_STEP_UP_ACR is set: an old session suffices to approve and submit.'
      : null,
];

const servesTls = ({ tlsCert }: Given): boolean => tlsCert !== null;

/** One sentence or two for each; none where all is as most want it. */
export const adviceFor = (settings: Given): string[] =>
  ADVICE.flatMap((advice) => advice(settings) ?? []);
