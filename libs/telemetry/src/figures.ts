/** Metrics as `prom-client` gives them (`Registry.getMetricsAsJSON`), which both exports read. */
export interface Figures {
  name: string;
  help: string;
  type: string;
  values: readonly Figure[];
}

export interface Figure {
  value: number;
  labels: Readonly<Record<string, string | number | undefined>>;
  /** Of a histogram: `…_bucket`, `…_sum`, `…_count`. */
  metricName?: string;
}
