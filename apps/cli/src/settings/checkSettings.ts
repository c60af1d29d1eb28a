/** What a process would say of its settings at its start, without starting it. */
import {
  adviceFor,
  ConfigError,
  readSettings,
  unknownVariables,
  type Environment,
  type ProcessName,
} from '@keyway/config';
import { sealingSettings } from '@keyway/sealing';

export interface Finding {
  /** An error keeps a process from starting. */
  level: 'ERROR' | 'WARNING';
  /** Whom it concerns; null for what no process reads. */
  process: ProcessName | null;
  /** A sentence, without secrets. */
  message: string;
}

/** Errors first. The same problem of two processes is one finding for each. */
export function checkSettings(
  environment: Environment,
  processes: readonly ProcessName[],
): Finding[] {
  const errors = processes.flatMap((process) => problemsOf(process, environment));
  const unknown = unknownVariables(environment).map(({ name, meant }) =>
    warning(null, `${name} is read by no process.${meant ? ` Did you mean ${meant}?` : ''}`),
  );
  return [...errors, ...unknown, ...advice(environment, processes, errors.length > 0)];
}

const warning = (process: ProcessName | null, message: string): Finding => ({
  level: 'WARNING',
  process,
  message,
});

function problemsOf(process: ProcessName, environment: Environment): Finding[] {
  try {
    if (process === 'sandbox') readSettings('sandbox', environment);
    else
      readSettings(process, environment, {
        check: (values, report) => void sealingSettings(values, report),
      });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((message) => ({ level: 'ERROR', process, message }));
  }
}

/** Of settings that are wrong, nothing can be said. */
function advice(
  environment: Environment,
  processes: readonly ProcessName[],
  isWrong: boolean,
): Finding[] {
  if (isWrong || !processes.includes('api')) return [];
  const settings = readSettings('api', environment);
  return adviceFor(settings).map((message) => warning('api', message));
}
