/** What must hold between settings, beyond the type of each. */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { filesOfPostgresUrl } from './addressTypes.ts';
import { folderProblem } from './folderProblem.ts';
import type { ProcessName } from './setting.ts';
import type { SettingKey, Values } from './settings.ts';
import { LOOPBACK_HOSTS } from './settingTypes.ts';
import { KeyPairError, readKeyPair } from './tlsSettings.ts';

/** Adds a problem with a setting; `problem` continues the variable's name. */
export type Report = (key: SettingKey, problem: string) => void;

type Rule = (values: Values, report: Report) => void;

/** Real connections are never redirected. */
const sandboxAddressInRealMode: Rule = ({ cloud, sandboxAddress }, report) => {
  if (cloud === 'real' && sandboxAddress)
    report(
      'sandboxAddress',
      'is set, but KEYWAY_CLOUD is real. Unset it, or set KEYWAY_CLOUD=sandbox',
    );
};

/** Continues the path; null where the file is a certificate's. */
function pemProblem(path: string): string | null {
  try {
    if (readFileSync(path, 'utf8').includes('-----BEGIN CERTIFICATE-----')) return null;
    return 'not the PEM file of a certificate';
  } catch (error) {
    return `which cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
}

/** Node only warns, and starts without them. */
const usableExtraCas: Rule = ({ extraCaCerts }, report) => {
  const problem = extraCaCerts && pemProblem(extraCaCerts);
  if (problem) report('extraCaCerts', `is "${extraCaCerts}", ${problem}`);
};

const sandboxPlace: Rule = ({ cloud, sandboxAddress, sandboxCa }, report) => {
  if (cloud !== 'sandbox') return;
  if (!sandboxAddress) report('sandboxAddress', 'is required with KEYWAY_CLOUD=sandbox');
  if (!sandboxCa) report('sandboxCa', 'is required with KEYWAY_CLOUD=sandbox');
  else if (!existsSync(sandboxCa)) report('sandboxCa', `is "${sandboxCa}", which does not exist`);
};

const sandboxCertificate: Rule = ({ cloud, sandboxCa }, report) => {
  if (cloud !== 'sandbox' || !sandboxCa || !existsSync(sandboxCa)) return;
  const problem = pemProblem(sandboxCa);
  if (problem) report('sandboxCa', `is "${sandboxCa}", ${problem}`);
};

const OTHER_DATABASES = [
  ['databaseMigrationUrl', 'DATABASE_MIGRATION_URL'],
  ['databaseDirectUrl', 'DATABASE_DIRECT_URL'],
  ['databaseReplicaUrl', 'DATABASE_REPLICA_URL'],
] as const;

/** The driver reads them with each connection, and a process would end at its first one. */
const readableDatabaseFiles: Rule = (values, report) => {
  for (const key of ['databaseUrl', ...OTHER_DATABASES.map(([other]) => other)] as const)
    for (const file of filesOfPostgresUrl(values[key] ?? 'postgres:'))
      try {
        accessSync(file, constants.R_OK);
      } catch (error) {
        const { code = String(error) } = error as NodeJS.ErrnoException;
        report(key, `has the file "${file}", which cannot be read (${code})`);
      }
};

/** The embedded database has logins of its own and no standby. */
const databaseBesideOthers: Rule = (values, report) => {
  const other = OTHER_DATABASES.find(([key]) => values[key]);
  if (other && !values.databaseUrl) report('databaseUrl', `is required with ${other[1]}`);
};

/** The api calls a cloud only where a Key Vault key seals. */
const sealingInSandbox: Rule = (values, report) => {
  if (values.sealingKeyId || values.sealingFormerKeyIds.length > 0) sandboxPlace(values, report);
};

const usableDataDir: Rule = ({ dataDir }, report) => {
  const problem = folderProblem(dataDir);
  if (problem) report('dataDir', problem);
};

const usableSandboxFiles: Rule = ({ sandboxDir, sandboxState }, report) => {
  const problem = folderProblem(sandboxDir);
  if (problem) report('sandboxDir', problem);
  if (statSync(sandboxState, { throwIfNoEntry: false })?.isDirectory())
    report('sandboxState', `is "${sandboxState}", which is a folder`);
};

const completeSignIn: Rule = ({ cloud, oidcIssuer, oidcClientId, oidcClientSecret }, report) => {
  if (cloud === 'sandbox' || (!oidcIssuer && !oidcClientId && !oidcClientSecret)) return;
  const required = 'is required when another OIDC_ variable is set';
  if (!oidcIssuer) report('oidcIssuer', required);
  if (!oidcClientId) report('oidcClientId', required);
  if (!oidcClientSecret) report('oidcClientSecret', required);
};

const secureIssuers: Rule = ({ cloud, oidcIssuer, oidcProviders }, report) => {
  const isSecure = (issuer: string): boolean =>
    !issuer.startsWith('http:') ||
    (cloud === 'sandbox' && LOOPBACK_HOSTS.has(new URL(issuer).hostname));
  const needed =
    'must start with https://; plain http is for a provider on this machine in sandbox mode';
  if (oidcIssuer && !isSecure(oidcIssuer)) report('oidcIssuer', needed);
  const insecure = oidcProviders.find(({ issuer }) => !isSecure(issuer));
  if (insecure) report('oidcProviders', `is wrong: the issuer of "${insecure.id}" ${needed}`);
};

/** Members are known by issuer and subject, so one issuer is one provider. */
const distinctIssuers: Rule = ({ oidcIssuer, oidcProviders }, report) => {
  const same = oidcProviders.find(({ issuer }) => issuer === oidcIssuer);
  if (same) report('oidcProviders', `has the issuer of OIDC_ISSUER as "${same.id}"; leave one out`);
};

const stepUpWithoutProvider: Rule = (values, report) => {
  const { cloud, oidcIssuer, oidcProviders, stepUpSeconds, stepUpAcr } = values;
  if (cloud === 'sandbox' || oidcIssuer || oidcProviders.length > 0) return;
  const problem = 'is set, but nobody can sign in: no sign-in provider is set';
  if (stepUpSeconds) report('stepUpSeconds', problem);
  if (stepUpAcr) report('stepUpAcr', problem);
};

const EVERY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

const separateMetrics: Rule = ({ port, host, metricsPort, metricsHost }, report) => {
  const isShared =
    metricsHost === host || EVERY_ADDRESS.has(host) || EVERY_ADDRESS.has(metricsHost);
  if (metricsPort && metricsPort === port && isShared)
    report('metricsPort', `is ${port}, which is the PORT of the api itself`);
};

const usableKeyPair: Rule = ({ tlsCert, tlsKey }, report) => {
  if (tlsKey && !tlsCert) report('tlsCert', 'is required with KEYWAY_TLS_KEY');
  if (tlsCert && !tlsKey) report('tlsKey', 'is required with KEYWAY_TLS_CERT');
  if (!tlsCert || !tlsKey) return;
  try {
    readKeyPair(tlsCert, tlsKey);
  } catch (error) {
    if (!(error instanceof KeyPairError)) throw error;
    report(error.setting, error.message);
  }
};

const mailWithSender: Rule = ({ smtpServer, mailFrom }, report) => {
  if (smtpServer && !mailFrom) report('mailFrom', 'is required with KEYWAY_SMTP_URL');
};

const database = [readableDatabaseFiles, databaseBesideOthers];

/** By process. Those of `beforeStart` hold before a sandbox runs. */
export const RULES: Record<ProcessName, { beforeStart: Rule[]; atStart: Rule[] }> = {
  api: {
    beforeStart: [
      sandboxAddressInRealMode,
      usableExtraCas,
      usableDataDir,
      ...database,
      completeSignIn,
      secureIssuers,
      distinctIssuers,
      stepUpWithoutProvider,
      separateMetrics,
      usableKeyPair,
    ],
    atStart: [sealingInSandbox],
  },
  worker: {
    beforeStart: [
      sandboxAddressInRealMode,
      usableExtraCas,
      usableDataDir,
      ...database,
      mailWithSender,
    ],
    atStart: [sandboxPlace, sandboxCertificate],
  },
  sandbox: { beforeStart: [usableSandboxFiles], atStart: [] },
};
