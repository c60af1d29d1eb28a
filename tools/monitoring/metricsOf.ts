/** Functions and keywords of PromQL that may stand where a metric could. */
const KEYWORDS: ReadonlySet<string> = new Set(
  'sum min max avg count by without on ignoring group_left group_right and or unless bool offset abs rate increase irate histogram_quantile absent max_over_time clamp_min clamp_max time vector scalar'.split(
    ' ',
  ),
);

/** The metrics that an expression of PromQL reads, once each. */
export function metricsOf(expression: string): string[] {
  const bare = expression
    .replace(/"(\\.|[^"\\])*"/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, '');
  const names = bare.match(/(?<![\w.])[a-zA-Z_:][\w:]*/g) ?? [];
  return [...new Set(names)].filter((name) => !KEYWORDS.has(name));
}
