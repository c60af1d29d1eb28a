/** The chart's JSON schema: from the defaults, what may be set, and what each text must be. */
import { OWN_PATHS, SETTINGS, type Setting } from '@keyway/config';
import { chartDefaults, chartValues, isGroup, type ChartValue } from './chartValues.ts';

/** Settings that the chart sets itself, that only `npm start` reads, or that a sandbox needs. */
const NOT_HERE =
  /^(PORT|HOST|PUBLIC_URL|DATA_DIR|OIDC_.*|NODE_EXTRA_CA_CERTS|KEYWAY_(CLOUD|WORKERS|WORKER_NAME|WORKER_CONCURRENCY|SANDBOX_.*|SEALING_KEY_ID|SEALING_FORMER_KEY_IDS|TRUST_PROXY|TLS_CERT|TLS_KEY|METRICS_PORT|METRICS_HOST|DRAIN_SECONDS|OIDC_PROVIDERS))$/;

/** Names of the settings that `settings` of the chart may have. */
export const chartSettings = (): string[] =>
  (Object.values(SETTINGS) as Setting<unknown>[])
    .filter(({ secret, usedBy }) => !secret && usedBy.some((name) => name !== 'sandbox'))
    .map(({ name }) => name)
    .filter((name) => !NOT_HERE.test(name))
    .sort();

type Schema = Record<string, unknown>;

const TEXT = { type: ['string', 'number', 'boolean'] };
const TEXTS = { type: 'object', additionalProperties: { type: 'string' } };
const FREE = { type: 'object' };
const OBJECTS = { type: 'array', items: { type: 'object' } };
const SECRET_KEY = { type: 'string', pattern: '^[-._a-zA-Z0-9]*$' };
const PORT = { type: 'integer', minimum: 1, maximum: 65_535 };
const AT_LEAST_ONE = { type: 'integer', minimum: 1 };
const PERCENT = { type: 'integer', minimum: 1, maximum: 100 };
const KEY_ID = '^https://[^/ ]+/keys/[^ ]+$';

/** By the end of the path; the longest counts. */
const RULES: Record<string, Schema> = {
  publicUrl: {
    type: 'string',
    pattern: '^https://[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[0-9]+)?(/[a-zA-Z0-9][-\\w.~]*)*/?$',
    not: { pattern: `^https://[^/]+/(${[...OWN_PATHS].join('|')})(/|$)` },
  },
  'image.repository': { type: 'string', pattern: '^[^ @]+$' },
  'image.tag': { type: 'string', pattern: '^(\\w[-.\\w]{0,127})?$' },
  'image.digest': { type: 'string', pattern: '^(sha256:[0-9a-f]{64})?$' },
  'image.pullPolicy': { enum: ['Always', 'IfNotPresent', 'Never'] },
  imagePullSecrets: { type: 'array', items: { type: 'object', required: ['name'] } },
  annotations: TEXTS,
  'secrets.name': { type: 'string', minLength: 1 },
  'keys.databaseUrl': { ...SECRET_KEY, minLength: 1 },
  'oidc.issuer': { type: 'string', pattern: '^(https://[^ ]+)?$' },
  'sealing.keyId': { type: 'string', pattern: `^$|${KEY_ID}` },
  'sealing.formerKeyIds': { type: 'array', items: { type: 'string', pattern: KEY_ID } },
  'externalSecret.storeRef': {
    type: 'object',
    additionalProperties: false,
    properties: { name: { type: 'string' }, kind: { enum: ['SecretStore', 'ClusterSecretStore'] } },
  },
  'externalSecret.remoteRefs': {
    type: 'object',
    additionalProperties: { type: 'object', required: ['key'] },
  },
  refreshInterval: { type: 'string', pattern: '^[0-9]+(s|m|h)$' },
  interval: { type: 'string', pattern: '^[0-9]+(s|m|h)$' },
  port: PORT,
  furtherPorts: { type: 'array', items: PORT },
  dnsPorts: { type: 'array', items: PORT, minItems: 1 },
  'api.drainSeconds': { type: 'integer', minimum: 0, maximum: 300 },
  'api.trustProxy': {
    type: 'array',
    items: { type: 'string', pattern: '^[0-9a-fA-F.:]+(/[0-9]+)?$' },
  },
  'worker.concurrency': { type: 'integer', minimum: 1, maximum: 256 },
  replicas: { type: 'integer', minimum: 0 },
  minReplicas: AT_LEAST_ONE,
  maxReplicas: AT_LEAST_ONE,
  targetCPU: PERCENT,
  metrics: OBJECTS,
  maxUnavailable: AT_LEAST_ONE,
  deadlineSeconds: AT_LEAST_ONE,
  podLabels: TEXTS,
  podAnnotations: TEXTS,
  labels: TEXTS,
  nodeSelector: TEXTS,
  tolerations: OBJECTS,
  affinity: FREE,
  resources: FREE,
  ingressFrom: OBJECTS,
  monitoringFrom: OBJECTS,
  databaseTo: OBJECTS,
  extraEgress: OBJECTS,
  topologyKeys: { type: 'array', items: { type: 'string' } },
};

function ruleOf({ path, default: value }: ChartValue): Schema {
  if (path === 'settings')
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(chartSettings().map((name) => [name, TEXT])),
    };
  const ends = path.split('.').map((_, index, keys) => keys.slice(index).join('.'));
  const end = ends.find((one) => RULES[one]);
  if (end) return RULES[end]!;
  if (path.startsWith('secrets.keys.')) return SECRET_KEY;
  if (typeof value === 'string' || typeof value === 'boolean') return { type: typeof value };
  throw new Error(`The chart's value ${path} has no rule in the schema.`);
}

/** The schema as JSON text. */
export function valuesSchema(): string {
  const described = new Map(chartValues().map((value) => [value.path, value]));
  const schemaOf = (value: unknown, path: string): Schema => {
    const own = described.get(path);
    if (own) return { description: own.description, ...ruleOf(own) };
    if (!isGroup(value)) throw new Error(`The chart's value ${path} has no description.`);
    const below = Object.entries(value).map(
      ([key, inner]) => [key, schemaOf(inner, path === '' ? key : `${path}.${key}`)] as const,
    );
    return { type: 'object', additionalProperties: false, properties: Object.fromEntries(below) };
  };
  const schema = schemaOf(chartDefaults(), '');
  // Helm gives every chart this one.
  Object.assign(schema['properties'] as Schema, { global: FREE });
  return JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    required: ['publicUrl', 'image'],
    ...schema,
  });
}
