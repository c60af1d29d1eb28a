/** The benchmarks, in the order that they are run and shown. */
export const BENCH_NAMES = [
  'transition',
  'queue',
  'durable',
  'writes',
  'watch',
  'endToEnd',
  'scaling',
  'bulkStart',
  'takeover',
  'recovery',
  'hanging',
  'graphql',
  'listPage',
  'live',
  'flood',
  'hostile',
  'start',
  'memory',
  'history',
  'evidence',
  'console',
] as const;

export type BenchName = (typeof BENCH_NAMES)[number];
