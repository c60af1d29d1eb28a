import { expect, it } from 'vitest';
import { SETTINGS } from './settings.ts';
import { unknownVariables } from './unknownVariables.ts';

const found = (...names: string[]) =>
  unknownVariables(Object.fromEntries(names.map((name) => [name, 'x'])));

it.each([
  ['KEYWAY_TRUST_PROXIES', 'KEYWAY_TRUST_PROXY'],
  ['KEYWAY_SESSION_HOUR', 'KEYWAY_SESSION_HOURS'],
  ['KEYWAY_SMTP_URI', 'KEYWAY_SMTP_URL'],
  ['DATABASE_URL_FILES', 'DATABASE_URL_FILE'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['KEYWAY_COLOUR_OF_THE_SKY', null],
  ['KEYWAY_PUBLIC_URL', 'PUBLIC_URL'],
  ['KEYWAY_DATABASE_URL_FILE', 'DATABASE_URL_FILE'],
  ['NODE_EXTRA_CA_CERTS_FILE', 'NODE_EXTRA_CA_CERTS'],
  ['OTEL_EXPORTER_OTLP_ENDPIONT', 'OTEL_EXPORTER_OTLP_ENDPOINT'],
  ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'],
  ['OTEL_PROPAGATORS', null],
  ['NODE_EXTRA_CA_CERTS_FIL', null],
])('%s is unknown; meant is %s', (name, meant) => {
  expect(found(name)).toEqual(
    meant === null && !name.startsWith('KEYWAY_') ? [] : [{ name, meant }],
  );
});

it('knows all settings, their files, and what other programs read', () => {
  const names = Object.values(SETTINGS).map(({ name }) => name);
  const files = names.filter((name) => name !== 'NODE_EXTRA_CA_CERTS').map((n) => `${n}_FILE`);
  expect(found(...names, ...files)).toEqual([]);
  expect(found('PATH', 'HOME', 'HTTP_PROXY', 'KEYWAY_URL', 'KEYWAY_TOKEN', 'SORT')).toEqual([]);
});

it('what Kubernetes sets for a Service of that name is no mistake', () => {
  const ofService = {
    KEYWAY_API_SERVICE_HOST: '10.0.0.1',
    KEYWAY_API_SERVICE_PORT: '4000',
    KEYWAY_API_SERVICE_PORT_HTTP: '4000',
    KEYWAY_API_PORT: 'tcp://10.0.0.1:4000',
    KEYWAY_API_PORT_4000_TCP: 'tcp://10.0.0.1:4000',
    KEYWAY_API_PORT_4000_TCP_ADDR: '10.0.0.1',
  };
  expect(unknownVariables(ofService)).toEqual([]);
  expect(found('KEYWAY_API_PORT')).toEqual([{ name: 'KEYWAY_API_PORT', meant: null }]);
});

it('empty variables count as not set', () => {
  expect(unknownVariables({ KEYWAY_TRUST_PROXIES: '' })).toEqual([]);
});
