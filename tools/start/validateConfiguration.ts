/**
 * Evaluates the whole configuration before anything is started, by the api's own rules: otherwise a
 * part would have to start, die and be started again before anybody learned which variable is
 * wrong.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ArgumentError } from './parseArguments.ts';
import { partEnvironment, type Settings } from './settings.ts';

interface ApiConfiguration {
  /** Throws with one line for every fault. */
  readConfig: (environment: Record<string, string | undefined>, before: boolean) => unknown;
}

/**
 * @param root the repository's folder
 * @throws ArgumentError that names each wrong variable, what is wrong with it and what would be
 *   right
 */
export async function validateConfiguration(
  settings: Settings,
  environment: Record<string, string | undefined>,
  root: string,
): Promise<void> {
  const file = pathToFileURL(join(root, 'apps/api/src/config.ts')).href;
  const { readConfig } = (await import(file)) as ApiConfiguration;
  const asGiven = {
    ...partEnvironment(settings, environment, { databaseUrl: settings.databaseUrl ?? '' }),
    HOST: environment.HOST,
  };
  try {
    readConfig(asGiven, true);
  } catch (error) {
    throw new ArgumentError(
      `Keyway cannot start with this configuration:\n${(error as Error).message.replace(/^/gm, '  ')}`,
    );
  }
}
