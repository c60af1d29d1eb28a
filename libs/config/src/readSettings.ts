/** Reads a process's settings at start and reports every problem at once. */
import { ConfigError } from './configError.ts';
import { RULES, type Report } from './rules.ts';
import { withSecretFiles, type Environment } from './secretFiles.ts';
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
  const problems = new Map<string, string>();
  const report: Report = (key, problem) => {
    const { name, example } = SETTINGS[key];
    if (!problems.has(name)) problems.set(name, `${name} ${problem}. Example: ${name}=${example}`);
  };
  const variables = withSecretFiles(environment);
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(SETTINGS) as [SettingKey, Setting<unknown>][])
    if (setting.usedBy.includes(process))
      values[key] = valueOf(setting, variables, values, (problem) => report(key, problem));
  const rules = RULES[process];
  for (const rule of [...rules.beforeStart, ...(beforeStart ? [] : rules.atStart)])
    rule(values as Values, report);
  check?.(values as SettingsOf<P>, report);
  if (problems.size > 0) throw new ConfigError([...problems.values()]);
  return values as SettingsOf<P>;
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
