/** The values of the Helm chart: each has its default and a description in `values.yaml`. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inRoot } from '../bootstrap/places.mjs';

export const CHART = inRoot('deploy', 'helm', 'keyway');

/** A value that somebody may set. */
export interface ChartValue {
  /** Such as `image.tag`. */
  path: string;
  /** Markdown. */
  description: string;
  default: unknown;
}

type Values = Record<string, unknown>;

export const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const read = (): string => readFileSync(`${CHART}/values.yaml`, 'utf8');

/** The defaults as a chart has them. */
export const chartDefaults = (): Values => parse(read()) as Values;

/** `# -- ` before a key describes it; keys below a described one belong to its value. */
export function chartValues(): ChartValue[] {
  const found: ChartValue[] = [];
  const keys: string[] = [];
  let description: string | null = null;
  for (const line of read().split('\n')) {
    description = /^ *# -- (.+)$/.exec(line)?.[1] ?? description;
    const [, indent = '', key] = /^( *)([A-Za-z]\w*):/.exec(line) ?? [];
    if (!key) continue;
    keys.splice(indent.length / 2, keys.length, key);
    if (description === null) continue;
    const path = keys.join('.');
    found.push({ path, description, default: valueAt(path) });
    description = null;
  }
  return found;
}

const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Values)[key], chartDefaults());
