import {
  all,
  attributesOf,
  doublesOf,
  fieldsOf,
  fixedOf,
  textOf,
  type Attributes,
} from './protobuf.ts';

/** A metric as a receiver gets it. */
export interface ReceivedMetric {
  resource: Attributes;
  name: string;
  unit: string;
  kind: 'gauge' | 'sum' | 'histogram';
  points: ReceivedPoint[];
}

interface ReceivedPoint {
  attributes: Attributes;
  /** Of a histogram: its sum. */
  value: number;
  count?: number;
  buckets?: number[];
  bounds?: number[];
}

const none = new Uint8Array();
const KINDS = { 5: 'gauge', 7: 'sum', 9: 'histogram' } as const;

function pointOf(bytes: Uint8Array, kind: ReceivedMetric['kind']): ReceivedPoint {
  const fields = fieldsOf(bytes);
  if (kind !== 'histogram')
    return {
      attributes: attributesOf(fields, 7),
      value: doublesOf(all(fields, 4)[0] ?? none)[0] ?? 0,
    };
  return {
    attributes: attributesOf(fields, 9),
    value: doublesOf(all(fields, 5)[0] ?? none)[0] ?? 0,
    count: fixedOf(all(fields, 4)[0] ?? none)[0] ?? 0,
    buckets: fixedOf(all(fields, 6)[0] ?? none),
    bounds: doublesOf(all(fields, 7)[0] ?? none),
  };
}

function metricOf(bytes: Uint8Array, resource: Attributes): ReceivedMetric[] {
  const fields = fieldsOf(bytes);
  const about = { resource, name: textOf(fields, 1), unit: textOf(fields, 3) };
  return Object.entries(KINDS).flatMap(([number, kind]) =>
    all(fields, Number(number)).map((data) => ({
      ...{ ...about, kind },
      points: all(fieldsOf(data), 1).map((point) => pointOf(point, kind)),
    })),
  );
}

/** The metrics of an `ExportMetricsServiceRequest`. */
export const decodeMetrics = (request: Uint8Array): ReceivedMetric[] =>
  all(fieldsOf(request), 1).flatMap((bytes) => {
    const fields = fieldsOf(bytes);
    const resource = attributesOf(fieldsOf(all(fields, 1)[0] ?? none), 1);
    return all(fields, 2).flatMap((scope) =>
      all(fieldsOf(scope), 2).flatMap((metric) => metricOf(metric, resource)),
    );
  });
