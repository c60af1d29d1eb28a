/**
 * Every setting may come as a file (Docker and Kubernetes secrets): `NAME_FILE` holds the path of a
 * file with the value of `NAME`.
 */
import { ConfigError } from './configError.ts';
import { readSettingFile } from './readSettingFile.ts';
import type { Setting } from './setting.ts';
import { SETTINGS } from './settings.ts';

/** Environment variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const ALL: Setting<unknown>[] = Object.values(SETTINGS);
const LOWER_CASE = ALL.filter((setting) => setting.lowerCase);

/** The settings that `NAME_FILE` may give: all but those that Node.js reads. */
export const FROM_FILES: readonly Setting<unknown>[] = ALL.filter((setting) => !setting.readByNode);

/**
 * The environment with names in lower case where those count, and with each `NAME_FILE` of a
 * setting replaced by `NAME` and the file’s content.
 * @throws ConfigError that names every variable that cannot be read or is set twice
 */
export function withSettingFiles(environment: Environment): Environment {
  const values: Record<string, string | undefined> = { ...environment };
  const problems: string[] = [];
  for (const { name } of LOWER_CASE)
    values[name] = environment[name.toLowerCase()] || environment[name];
  for (const { name } of FROM_FILES) {
    const path = environment[`${name}_FILE`]?.trim();
    if (!path) continue;
    delete values[`${name}_FILE`];
    if (values[name]?.trim()) {
      problems.push(`${name} and ${name}_FILE are both set. Set only one of them.`);
      continue;
    }
    try {
      values[name] = readSettingFile(path);
    } catch (error) {
      problems.push(
        `${name}_FILE cannot be read: ${(error as Error).message}. ` +
          `Example: ${name}_FILE=/run/secrets/${name.toLowerCase()}`,
      );
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values;
}
