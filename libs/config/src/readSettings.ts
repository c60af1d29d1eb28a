/** Reads a process's settings at start and reports every problem at once. */
import { ConfigError } from './configError.ts';
import { RULES, type Report } from './rules.ts';
import { withSettingFiles, type Environment } from './settingFiles.ts';
import type { ProcessName, Setting } from './setting.ts';
import { SETTINGS, type SettingKey, type Settings, type Values } from './settings.ts';

type KeysOf<P extends ProcessName> = {
  [K in SettingKey]: P extends Settings[K]['usedBy'][number] ? K : never;
}[SettingKey];

/** The values of the settings that a process uses. */
export type SettingsOf<P extends ProcessName> = Pick<Values, KeysOf<P>>;

export interface ReadOptions<P extends ProcessName> {
  /** Reports what the settings' own types and rules cannot know. */
  check?: (values: SettingsOf<P>, report: Report) => void;
  /** The sandbox does not run yet, so its address is unknown. */
  beforeStart?: boolean;
}

/**
 * Surrounding spaces are dropped, and an empty variable counts as not set.
 * @throws ConfigError with one line per problem: the variable, what is wrong, and an example
 */
export function readSettings<P extends ProcessName>(
  process: P,
  environment: Environment,
  { check, beforeStart = false }: ReadOptions<P> = {},
): SettingsOf<P> {
  const found = new Problems();
  const keys = Object.keys(SETTINGS) as SettingKey[];
  const used = keys.filter((key) => (SETTINGS[key] as Setting<unknown>).usedBy.includes(process));
  const values = valuesOf(used, environment, found.report);
  const rules = RULES[process];
  for (const rule of [...rules.beforeStart, ...(beforeStart ? [] : rules.atStart)])
    rule(values as Values, found.report);
  check?.(values as SettingsOf<P>, found.report);
  found.end();
  return values as SettingsOf<P>;
}

/**
 * These settings alone, for programs that are none of the processes. No rule between settings
 * counts.
 * @throws ConfigError with one line per problem
 */
export function readSettingsNamed<K extends SettingKey>(
  keys: readonly K[],
  environment: Environment,
): Pick<Values, K> {
  const found = new Problems();
  const values = valuesOf(keys, environment, found.report);
  found.end();
  return values as Pick<Values, K>;
}

/** The first problem of each variable. */
class Problems {
  readonly #lines = new Map<string, string>();

  readonly report: Report = (key, problem) => {
    const { name, example } = SETTINGS[key];
    if (!this.#lines.has(name))
      this.#lines.set(name, `${name} ${problem}. Example: ${name}=${example}`);
  };

  end(): void {
    if (this.#lines.size > 0) throw new ConfigError([...this.#lines.values()]);
  }
}

function valuesOf(
  keys: readonly SettingKey[],
  environment: Environment,
  report: Report,
): Record<string, unknown> {
  const variables = withSettingFiles(environment);
  const values: Record<string, unknown> = {};
  for (const key of keys)
    values[key] = valueOf(SETTINGS[key] as Setting<unknown>, variables, values, (problem) =>
      report(key, problem),
    );
  return values;
}

/** The default stands in for a wrong value, so that the rules can find further problems. */
function valueOf(
  setting: Setting<unknown>,
  variables: Environment,
  earlier: Record<string, unknown>,
  report: (problem: string) => void,
): unknown {
  const text = variables[setting.name]?.trim();
  if (text) {
    const { success, data, error } = setting.type.safeParse(text);
    if (success) return data;
    report(error.issues[0]!.message);
  }
  const { default: fallback } = setting;
  return typeof fallback === 'function'
    ? (fallback as (earlier: Record<string, unknown>) => unknown)(earlier)
    : fallback;
}
