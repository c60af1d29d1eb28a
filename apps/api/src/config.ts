/** The api's settings, read once at start. `@keyway/config` describes each of them. */
import { readSettings, type Environment, type SettingsOf } from '@keyway/config';
import { sealingSettings, type SealingSettings } from '@keyway/sealing';

type ApiSettings = SettingsOf<'api'>;

export interface Config extends Pick<
  ApiSettings,
  | 'port'
  | 'host'
  | 'publicUrl'
  | 'databaseUrl'
  | 'databaseMigrationUrl'
  | 'databaseDirectUrl'
  | 'dataDir'
  | 'bootstrapToken'
  | 'ownerEmail'
  | 'lostSealingKey'
  | 'partnerName'
  | 'pollScale'
  | 'logLevel'
  | 'trustProxy'
  | 'drainSeconds'
> {
  sandbox: boolean;
  /** Null: people can't sign in; API tokens work. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
  /** Null: the local key file under `dataDir` wraps the data keys. */
  sealing: SealingSettings | null;
  /** Null: `/metrics` is served on the api's own port. */
  metrics: { host: string; port: number } | null;
  /** A person signs in again after this idle time, and at the latest (ASVS 5, 7.3.1, 7.3.2). */
  session: { idleSeconds: number; longestSeconds: number };
}

const SANDBOX_SIGN_IN = {
  issuer: 'http://localhost:8444',
  clientId: 'keyway-console',
  clientSecret: 'sandbox-console-secret',
};

function signIn(settings: ApiSettings): Config['oidc'] {
  const { cloud, oidcIssuer, oidcClientId, oidcClientSecret } = settings;
  const fallback = cloud === 'sandbox' ? SANDBOX_SIGN_IN : null;
  const issuer = oidcIssuer ?? fallback?.issuer;
  const clientId = oidcClientId ?? fallback?.clientId;
  const clientSecret = oidcClientSecret ?? fallback?.clientSecret;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null;
}

/** @throws ConfigError with one line per problem */
export function readConfig(environment: Environment): Config {
  let sealing: SealingSettings | null = null;
  const settings = readSettings('api', environment, {
    check: (values, report) => {
      sealing = sealingSettings(values, report);
    },
  });
  const { metricsHost, metricsPort, sessionIdleMinutes, sessionHours, ...plain } = settings;
  return {
    ...plain,
    sandbox: settings.cloud === 'sandbox',
    oidc: signIn(settings),
    sealing,
    metrics: metricsPort === null ? null : { host: metricsHost, port: metricsPort },
    session: { idleSeconds: 60 * sessionIdleMinutes, longestSeconds: 3600 * sessionHours },
  };
}
