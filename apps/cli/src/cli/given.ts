/** What was typed for one command: its arguments and options. */
import { usageError } from './cliError.ts';

export class Given {
  readonly args: readonly unknown[];
  readonly #options: Readonly<Record<string, unknown>>;

  constructor(args: readonly unknown[], options: Readonly<Record<string, unknown>>) {
    this.args = args;
    this.#options = options;
  }

  /** An argument that the command requires. */
  arg(index: number): string {
    return String(this.args[index]);
  }

  /** An argument that may be left out. */
  optionalArg(index: number): string | undefined {
    const value = this.args[index];
    return typeof value === 'string' ? value : undefined;
  }

  /** An argument that may be given several times. */
  manyArgs(index: number): string[] {
    const value = this.args[index];
    return Array.isArray(value) ? value.map(String) : [];
  }

  text(name: string): string | undefined {
    const value = this.#options[name];
    return typeof value === 'string' ? value : undefined;
  }

  flag(name: string): boolean {
    return this.#options[name] === true;
  }

  /** Whether `--no-<name>` was given. */
  isOff(name: string): boolean {
    return this.#options[name] === false;
  }

  list(name: string): string[] | undefined {
    const value = this.#options[name];
    return Array.isArray(value) ? value.map(String) : undefined;
  }

  count(name: string): number | undefined {
    const value = this.#options[name];
    return typeof value === 'number' ? value : undefined;
  }

  /** @throws CliError that names the option */
  required(name: string, option: string): string {
    const value = this.text(name);
    if (value === undefined) throw usageError(`${option} is missing.`);
    return value;
  }
}
