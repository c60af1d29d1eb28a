/** What the variables of OpenTelemetry mean, and that none of their secrets is repeated. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings } from './readSettings.ts';
import { telemetryOf } from './telemetrySettings.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-telemetry-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/' };
const read = (environment: Record<string, string>) =>
  telemetryOf(readSettings('api', { DATA_DIR: folder, ...environment }), 'keyway-api');

describe('telemetry', () => {
  it.each([
    ['nothing is set', {}],
    ['only a name is', { OTEL_SERVICE_NAME: 'x' }],
    ['it is disabled', { ...ENDPOINT, OTEL_SDK_DISABLED: 'true' }],
    ['it is disabled in capitals', { ...ENDPOINT, OTEL_SDK_DISABLED: 'TRUE' }],
    [
      'neither is exported',
      { ...ENDPOINT, OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' },
    ],
  ])('is off where %s', (_case, environment) => {
    expect(read(environment)).toBeNull();
  });

  it('is on with an endpoint', () => {
    expect(read(ENDPOINT)).toEqual({
      ...{ endpoint: 'http://127.0.0.1:4318', headers: {}, serviceName: 'keyway-api' },
      ...{ resourceAttributes: {}, sampler: 'parentbased_always_on', samplerRatio: 1 },
      ...{ exportsTraces: true, exportsMetrics: true, metricIntervalMilliseconds: 60_000 },
    });
  });

  it('reads headers from a file, and percent-encoded values', () => {
    const file = join(folder, 'headers');
    writeFileSync(file, 'authorization=Basic%20YTpi==, x-scope = a,\n');
    const found = read({ ...ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS_FILE: file });
    expect(found?.headers).toEqual({ authorization: 'Basic YTpi==', 'x-scope': 'a' });
  });

  it('takes the name from the attributes too, and the variable of its own first', () => {
    const attributes = { OTEL_RESOURCE_ATTRIBUTES: 'service.name=a,deployment.environment.name=b' };
    expect(read({ ...ENDPOINT, ...attributes })?.serviceName).toBe('a');
    expect(read({ ...ENDPOINT, ...attributes, OTEL_SERVICE_NAME: 'c' })?.serviceName).toBe('c');
  });

  it.each(['0', '1', '0.25', '.5', '1.0'])('takes the ratio %s', (ratio) => {
    expect(read({ ...ENDPOINT, OTEL_TRACES_SAMPLER_ARG: ratio })?.samplerRatio).toBe(Number(ratio));
  });

  it.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:4318/v1/traces'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:4318/?x=1'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://u:a-secret@127.0.0.1:4318'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a-secret-without-a-name'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'x=a-secret%0d%0ay'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'x=a-secret%e2%82%ac'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'x=%zz-a-secret'],
    ['OTEL_TRACES_SAMPLER', 'jaeger_remote'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['OTEL_TRACES_EXPORTER', 'console'],
    ['OTEL_METRIC_EXPORT_INTERVAL', '10'],
    ['KEYWAY_TRACE_TRUST', 'everybody'],
  ])('refuses %s=%s', (name, value) => {
    const reading = () => read({ ...ENDPOINT, [name]: value });
    expect(reading).toThrow(name);
    expect(reading).not.toThrow('a-secret');
  });
});
