/** What is exported by OpenTelemetry, by the names that its specification gives. */
import { z } from 'zod';
import { otlpEndpoint } from './addressTypes.ts';
import { optional, setting } from './setting.ts';
import * as type from './settingTypes.ts';

const SERVERS = ['api', 'worker'] as const;
const SEE = 'See [observability](observability.md)';

/** `name=value` pairs, percent-encoded; null where it is something else. */
function pairs(text: string): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const part of text.split(',').filter((piece) => piece.trim())) {
    const [, name, value] = /^\s*([\w.-]+)\s*=\s*(\S.*?|)\s*$/.exec(part) ?? [];
    if (!name || value === undefined) return null;
    try {
      found[name] = decodeURIComponent(value);
    } catch {
      return null;
    }
  }
  return found;
}

const PAIRS = 'name=value pairs, separated by commas';

/** Never repeats the text, which may be a credential. */
const namedValues = (isValue: (value: string) => boolean, rule: string) =>
  z
    .string()
    .transform((text, context) => {
      const found = pairs(text);
      if (found && Object.values(found).every(isValue)) return found;
      context.addIssue({ code: 'custom', message: `must be ${PAIRS}${found ? rule : ''}` });
      return z.NEVER;
    })
    .describe(PAIRS);

/** RFC 9110, 5.5: what Node.js sends in a header. */
const headers = namedValues(
  (value) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value),
  ', without line breaks and letters that no header may have',
);
const attributes = namedValues(() => true, '');

const ratio = z
  .string()
  .regex(/^(0|1|0?\.\d+|1\.0+|0\.\d+)$/, 'must be a number from 0 to 1')
  .transform(Number)
  .describe('a number from 0 to 1');

/** The specification of OpenTelemetry: in any case of letters. */
const flag = type.parsed('true or false', (text) =>
  (['true', 'false'] as const).find((value) => value === text.toLowerCase()),
);

const exporter = type.oneOf('otlp', 'none');

export const TELEMETRY_SETTINGS = {
  otlpEndpoint: optional({
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    description: `Where traces and metrics are exported to by OTLP over HTTP (\`http/protobuf\`), without \`/v1/traces\`. ${SEE}`,
    type: otlpEndpoint,
    defaultText: 'none: nothing is exported',
    example: 'http://collector.example.com:4318',
    usedBy: SERVERS,
  }),
  otlpProtocol: setting({
    name: 'OTEL_EXPORTER_OTLP_PROTOCOL',
    description: 'The protocol of the export. Receivers take it on port 4318, where 4317 is gRPC',
    type: type.oneOf('http/protobuf'),
    default: 'http/protobuf',
    example: 'http/protobuf',
    usedBy: SERVERS,
  }),
  otlpHeaders: setting({
    name: 'OTEL_EXPORTER_OTLP_HEADERS',
    description: 'Headers of each export, such as a key of the receiver',
    type: headers,
    default: {},
    defaultText: 'none',
    example: 'authorization=Bearer%20the-key',
    usedBy: SERVERS,
    secret: true,
  }),
  otelServiceName: optional({
    name: 'OTEL_SERVICE_NAME',
    description: 'How a process calls itself in traces and metrics',
    type: type.text,
    defaultText: '`keyway-api`, `keyway-worker`',
    example: 'keyway-api-eu',
    usedBy: SERVERS,
  }),
  otelResourceAttributes: setting({
    name: 'OTEL_RESOURCE_ATTRIBUTES',
    description: 'What else a process says of itself there',
    type: attributes,
    default: {},
    defaultText: 'none',
    example: 'deployment.environment.name=production',
    usedBy: SERVERS,
  }),
  otelSampler: setting({
    name: 'OTEL_TRACES_SAMPLER',
    description: 'Which traces are kept',
    type: type.oneOf(
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ),
    default: 'parentbased_always_on',
    example: 'parentbased_traceidratio',
    usedBy: SERVERS,
  }),
  otelSamplerRatio: setting({
    name: 'OTEL_TRACES_SAMPLER_ARG',
    description: 'The part of traces that `traceidratio` keeps',
    type: ratio,
    default: 1,
    example: '0.1',
    usedBy: SERVERS,
  }),
  otelTracesExporter: setting({
    name: 'OTEL_TRACES_EXPORTER',
    description: 'Whether traces are exported',
    type: exporter,
    default: 'otlp',
    example: 'none',
    usedBy: SERVERS,
  }),
  otelMetricsExporter: setting({
    name: 'OTEL_METRICS_EXPORTER',
    description: 'Whether metrics are exported. `/metrics` is served in any case',
    type: exporter,
    default: 'otlp',
    example: 'none',
    usedBy: SERVERS,
  }),
  otelMetricInterval: setting({
    name: 'OTEL_METRIC_EXPORT_INTERVAL',
    description: 'Milliseconds from one export of metrics to the next',
    type: type.integer(1000, 3_600_000, 'milliseconds'),
    default: 60_000,
    example: '60000',
    usedBy: SERVERS,
  }),
  otelDisabled: setting({
    name: 'OTEL_SDK_DISABLED',
    description: '`true`: nothing is exported, whatever else is set',
    type: flag,
    default: 'false',
    example: 'true',
    usedBy: SERVERS,
  }),
  traceTrust: setting({
    name: 'KEYWAY_TRACE_TRUST',
    description:
      'Peers whose `traceparent` is the parent of a request’s trace. Of all others it is a link',
    type: type.ipRanges,
    default: [],
    defaultText: 'none',
    example: '10.0.0.0/8',
    usedBy: ['api'],
  }),
};

type Sampler =
  | 'always_on'
  | 'always_off'
  | 'traceidratio'
  | 'parentbased_always_on'
  | 'parentbased_always_off'
  | 'parentbased_traceidratio';

interface TelemetryValues {
  otlpEndpoint: string | null;
  otlpHeaders: Record<string, string>;
  otelServiceName: string | null;
  otelResourceAttributes: Record<string, string>;
  otelSampler: Sampler;
  otelSamplerRatio: number;
  otelTracesExporter: 'otlp' | 'none';
  otelMetricsExporter: 'otlp' | 'none';
  otelMetricInterval: number;
  otelDisabled: 'true' | 'false';
}

/** What a process exports; null where it exports nothing. */
export function telemetryOf(values: TelemetryValues, name: string) {
  const { otlpEndpoint, otelDisabled } = values;
  const exportsTraces = values.otelTracesExporter === 'otlp';
  const exportsMetrics = values.otelMetricsExporter === 'otlp';
  const isOff = otelDisabled === 'true' || !(exportsTraces || exportsMetrics);
  if (otlpEndpoint === null || isOff) return null;
  return {
    endpoint: otlpEndpoint,
    headers: values.otlpHeaders,
    serviceName: values.otelServiceName ?? values.otelResourceAttributes['service.name'] ?? name,
    resourceAttributes: values.otelResourceAttributes,
    sampler: values.otelSampler,
    samplerRatio: values.otelSamplerRatio,
    ...{ exportsTraces, exportsMetrics },
    metricIntervalMilliseconds: values.otelMetricInterval,
  };
}
