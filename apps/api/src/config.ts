/** The api's settings, read once at start. `@keyway/config` describes each of them. */
import {
  MAIN_PROVIDER,
  readSettings,
  telemetryOf,
  SANDBOX_AWS,
  type Environment,
  type SettingsOf,
} from '@keyway/config';
import type { TelemetrySettings } from '@keyway/telemetry';
import type { SandboxPlace } from './practice/sandboxCustomers.ts';
import { retentionOf, type Retention } from '@keyway/store';
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
  | 'databaseReplicaUrl'
  | 'dataDir'
  | 'bootstrapToken'
  | 'ownerEmail'
  | 'lostSealingKey'
  | 'partnerName'
  | 'pollScale'
  | 'logLevel'
  | 'trustProxy'
  | 'webhookAllow'
  | 'mailFrom'
  | 'drainSeconds'
  | 'httpsProxy'
  | 'noProxy'
  | 'traceTrust'
> {
  sandbox: boolean;
  /** Where customers to practice with are laid out; null: nowhere. */
  sandboxPlace: SandboxPlace | null;
  /** Keyway's own in AWS, which customers' trust policies name; null: AWS can't be connected. */
  awsPrincipal: string | null;
  /** Empty: people can't sign in; API tokens work. */
  providers: ProviderConfig[];
  /** Null: the local key file under `dataDir` wraps the data keys. */
  sealing: SealingSettings | null;
  /** Null: nothing is exported. */
  telemetry: TelemetrySettings | null;
  /** Null: `/metrics` is served on the api's own port. */
  metrics: { host: string; port: number } | null;
  /** How long what is no record of anybody's act is kept. */
  retention: Retention;
  /** Files of the api's own certificate and its key; null: plain http. */
  tls: { cert: string; key: string } | null;
  /** A person signs in again after this idle time, and at the latest (ASVS 5, 7.3.1, 7.3.2). */
  session: { idleSeconds: number; longestSeconds: number };
}

/** A sign-in provider (OpenID Connect). */
export interface ProviderConfig {
  id: string;
  /** On its button. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Whose addresses it may vouch for; null: any. */
  emailDomains: readonly string[] | null;
  /** Addresses count as verified where it doesn't say whether they are. */
  emailTrusted: boolean;
  /** Whether it says the roles of its people; the sandbox's own does. */
  assignsRoles: boolean;
  /** Null: a session suffices for everything. */
  stepUp: StepUp | null;
}

/** What a sign-in must be for approving and submitting. At least one of the two is set. */
export interface StepUp {
  /** The oldest that it may be. */
  maxAgeSeconds: number | null;
  /** The claim `acr` is one of these. */
  acr: string[] | null;
}

const SANDBOX_SIGN_IN = {
  issuer: 'http://localhost:8444',
  clientId: 'keyway-console',
  clientSecret: 'sandbox-console-secret',
};

function stepUp(maxAgeSeconds: number | null, acr: string | null): StepUp | null {
  const values = acr === null ? null : acr.split(/\s+/);
  return maxAgeSeconds === null && values === null ? null : { maxAgeSeconds, acr: values };
}

/** That of the `OIDC_` variables first, where they are set: the first is the main one. */
function signInProviders(settings: ApiSettings): ProviderConfig[] {
  const { stepUpSeconds, stepUpAcr } = settings;
  const main = mainProvider(settings);
  const others = settings.oidcProviders.map(({ acr, maxAge, emailDomains, ...plain }) => ({
    ...plain,
    emailDomains: emailDomains.includes('*') ? null : emailDomains,
    assignsRoles: false,
    stepUp: stepUp(maxAge ?? stepUpSeconds, acr ?? stepUpAcr),
  }));
  return main ? [main, ...others] : others;
}

function mainProvider(settings: ApiSettings): ProviderConfig | null {
  const { cloud, oidcIssuer, oidcClientId, oidcClientSecret } = settings;
  const fallback = cloud === 'sandbox' ? SANDBOX_SIGN_IN : null;
  const issuer = oidcIssuer ?? fallback?.issuer;
  const clientId = oidcClientId ?? fallback?.clientId;
  const clientSecret = oidcClientSecret ?? fallback?.clientSecret;
  if (!issuer || !clientId || !clientSecret) return null;
  const sandbox = cloud === 'sandbox';
  // `npm start` names the sandbox's issuer; no other provider knows the sandbox's client.
  const isOfSandbox = clientId === fallback?.clientId;
  return {
    ...{ id: MAIN_PROVIDER, name: isOfSandbox ? 'Sandbox' : new URL(issuer).host },
    ...{ issuer, clientId, clientSecret, assignsRoles: sandbox },
    ...{ emailDomains: null, emailTrusted: false },
    stepUp: stepUp(settings.stepUpSeconds, settings.stepUpAcr),
  };
}

function sandboxPlace({ cloud, sandboxAddress, sandboxCa }: ApiSettings): SandboxPlace | null {
  if (cloud !== 'sandbox' || !sandboxAddress || !sandboxCa) return null;
  return { ...sandboxAddress, caFile: sandboxCa };
}

/** @throws ConfigError with one line per problem */
export function readConfig(environment: Environment): Config {
  let sealing: SealingSettings | null = null;
  const settings = readSettings('api', environment, {
    check: (values, report) => {
      sealing = sealingSettings(values, report);
    },
  });
  const { metricsHost, metricsPort, sessionIdleMinutes, sessionHours, ...others } = settings;
  const { tlsCert, tlsKey, ...plain } = others;
  return {
    ...plain,
    sandbox: settings.cloud === 'sandbox',
    sandboxPlace: sandboxPlace(settings),
    awsPrincipal:
      settings.awsPrincipal ?? (settings.cloud === 'sandbox' ? SANDBOX_AWS.principal : null),
    providers: signInProviders(settings),
    sealing,
    telemetry: telemetryOf(settings, 'keyway-api'),
    metrics: metricsPort === null ? null : { host: metricsHost, port: metricsPort },
    retention: retentionOf(settings),
    tls: tlsCert && tlsKey ? { cert: tlsCert, key: tlsKey } : null,
    session: { idleSeconds: 60 * sessionIdleMinutes, longestSeconds: 3600 * sessionHours },
  };
}
