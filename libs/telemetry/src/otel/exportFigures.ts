/** Exports at intervals what `/metrics` shows, so that no figure is defined twice. */
import { ValueType, type HrTime } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import { ProtobufMetricsSerializer } from '@opentelemetry/otlp-transformer';
import { AggregationTemporality, DataPointType, type MetricData } from '@opentelemetry/sdk-metrics';
import type { Figure, Figures } from '../figures.ts';
import type { OtlpSender } from './otlpSender.ts';

interface Exporting {
  resource: Resource;
  sender: OtlpSender;
  /** Milliseconds. */
  every: number;
}

interface Period {
  startTime: HrTime;
  endTime: HrTime;
}

const hrTime = (milliseconds: number): HrTime => [
  Math.floor(milliseconds / 1000),
  Math.round((milliseconds % 1000) * 1e6),
];

type Labels = Record<string, string>;

/** Without `le`, which is a bucket's bound and no label of the metric. */
const labelsOf = ({ labels }: Figure): Labels =>
  Object.fromEntries(
    Object.entries(labels).flatMap(([name, value]) =>
      name === 'le' || value === undefined ? [] : [[name, String(value)]],
    ),
  );

/** The unit that the name ends with, as Prometheus has it. */
const unitOf = (name: string): string =>
  /_seconds(_total)?$/.test(name) ? 's' : /_bytes(_total)?$/.test(name) ? 'By' : '';

interface Counted {
  attributes: Labels;
  /** Cumulative, by upper bound. */
  buckets: [bound: number, count: number][];
  sum: number;
  count: number;
}

/** The series of a histogram: its buckets, sum and count come one by one. */
function countedOf({ name, values }: Figures): Counted[] {
  const series = new Map<string, Counted>();
  for (const figure of values) {
    const attributes = labelsOf(figure);
    const key = JSON.stringify(attributes);
    const counted = series.get(key) ?? { attributes, buckets: [], sum: 0, count: 0 };
    series.set(key, counted);
    if (figure.metricName === `${name}_sum`) counted.sum = figure.value;
    else if (figure.metricName === `${name}_count`) counted.count = figure.value;
    else {
      const { le } = figure.labels;
      if (le !== '+Inf') counted.buckets.push([Number(le), figure.value]);
    }
  }
  return [...series.values()];
}

/** In each bucket those alone that are in no smaller one, and those above all bounds last. */
function bucketCounts({ buckets, count }: Counted): { boundaries: number[]; counts: number[] } {
  const sorted = buckets.toSorted(([a], [b]) => a - b);
  const upTo = [0, ...sorted.map(([, cumulative]) => cumulative), count];
  return {
    boundaries: sorted.map(([bound]) => bound),
    counts: upTo.slice(1).map((cumulative, index) => cumulative - upTo[index]!),
  };
}

/** Null for a kind that has no form here (summaries), of which Keyway has none. */
export function metricOf(figures: Figures, period: Period): MetricData | null {
  const { name, help, type, values } = figures;
  const common = {
    descriptor: { name, description: help, unit: unitOf(name), valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  };
  const points = () =>
    values.map((figure) => ({ ...period, attributes: labelsOf(figure), value: figure.value }));
  if (type === 'counter')
    return {
      ...{ ...common, dataPointType: DataPointType.SUM, isMonotonic: true },
      dataPoints: points(),
    };
  if (type === 'gauge')
    return { ...common, dataPointType: DataPointType.GAUGE, dataPoints: points() };
  if (type !== 'histogram') return null;
  const dataPoints = countedOf(figures).map((counted) => ({
    ...period,
    attributes: counted.attributes,
    value: { buckets: bucketCounts(counted), sum: counted.sum, count: counted.count },
  }));
  return { ...common, dataPointType: DataPointType.HISTOGRAM, dataPoints };
}

export function exportFigures(
  read: () => Promise<readonly Figures[]>,
  { resource, sender, every }: Exporting,
): { stop: () => Promise<void> } {
  const startTime = hrTime(performance.timeOrigin);
  let running: Promise<void> | null = null;
  const pass = async (): Promise<void> => {
    const figures = await read().catch(() => []);
    const period = { startTime, endTime: hrTime(Date.now()) };
    const metrics = figures
      .map((one) => metricOf(one, period))
      .filter((metric) => metric !== null && metric.dataPoints.length > 0);
    // Cast: none of them is null.
    const scopeMetrics = [{ scope: { name: 'keyway' }, metrics: metrics as MetricData[] }];
    const body = ProtobufMetricsSerializer.serializeRequest({ resource, scopeMetrics });
    if (body) await sender.send('metrics', body);
  };
  const begin = (): Promise<void> =>
    (running ??= pass().finally(() => {
      running = null;
    }));
  const timer = setInterval(() => void begin(), every).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await begin();
    },
  };
}
