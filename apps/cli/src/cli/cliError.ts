/** How a command ends when it does not do what was asked for. */

/** Exit codes, which scripts rely on. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  notSignedIn: 3,
  notFound: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A refusal of a part of what was typed, such as a field of a mutation. */
export interface Problem {
  code: string;
  message: string;
  /** Path of the field, such as `imsOrgId`; null where none is the reason. */
  field: string | null;
}

export class CliError extends Error {
  override name = 'CliError';
  readonly exitCode: ExitCode;
  /** The way out: what to do next. */
  readonly hint: string | null;
  readonly problems: readonly Problem[];
  /** Under which the server's log has it. */
  readonly errorId: string | null;

  constructor(
    exitCode: ExitCode,
    message: string,
    more: { hint?: string | null; problems?: readonly Problem[]; errorId?: string | null } = {},
  ) {
    super(message);
    this.exitCode = exitCode;
    this.hint = more.hint ?? null;
    this.problems = more.problems ?? [];
    this.errorId = more.errorId ?? null;
  }
}

/** What was typed is not enough, or not right. */
export const usageError = (message: string, hint: string | null = null): CliError =>
  new CliError(EXIT.usage, message, { hint });

/** What was named does not exist for this viewer. */
export const notFoundError = (message: string, hint: string | null = null): CliError =>
  new CliError(EXIT.notFound, message, { hint });
