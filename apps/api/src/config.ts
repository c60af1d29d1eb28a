/** The api's settings, read once at start. What each of them is stands in `@keyway/config`. */
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
  | 'lostSealingKey'
  | 'partnerName'
  | 'pollScale'
  | 'logLevel'
  | 'trustProxy'
  | 'drainSeconds'
> {
  sandbox: boolean;
  /** Null: nobody can sign in with the browser; tokens work. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
  /** Null: the local key file under `dataDir` wraps the data keys. */
  sealing: SealingSettings | null;
  /** Null: `/metrics` answers where everything else does. */
  metrics: { host: string; port: number } | null;
  /**
   * When a person has to sign in again: after so long without a request, and after so long in any
   * case (ASVS 5, 7.3.1 and 7.3.2).
   */
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
