/**
 * Secrets may come as files (Docker and Kubernetes secrets): `NAME_FILE` holds the path of a file
 * with the value of `NAME`.
 */
import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with each `NAME_FILE` of `names` replaced by `NAME` and the content of the file
 * without its last line break.
 * @throws Error naming the variable where both are set or the file cannot be read
 */
export function withFiles(environment: Environment, names: readonly string[]): Environment {
  const values: Record<string, string | undefined> = { ...environment };
  for (const name of names) {
    const path = environment[`${name}_FILE`];
    if (!path) continue;
    if (environment[name])
      throw new Error(`${name} and ${name}_FILE are both set. Set only one of them.`);
    try {
      values[name] = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    } catch (error) {
      throw new Error(`${name}_FILE: ${(error as Error).message}`, { cause: error });
    }
    delete values[`${name}_FILE`];
  }
  return values;
}
