/** Turns the client's errors into those of a command. */
import type { ClientError, Result, UserError } from '@keyway/client';
import { graphql } from '../generated/gql.ts';
import { CliError, EXIT, type Problem } from './cliError.ts';

// What every mutation says of a refusal.
graphql(`
  fragment RefusalFields on UserError {
    code
    message(locale: $locale)
    field
  }
`);

/** The data of a result. @throws CliError with the exit code and the way out */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.data;
  throw toCliError(result.error);
}

const NOT_VALID = 'The token is not valid: it is unknown, has expired or was revoked.';
const SIGN_IN = 'Sign in with `keyway login`, or set KEYWAY_TOKEN to another one.';

export function toCliError(error: ClientError): CliError {
  const { message } = error;
  switch (error.kind) {
    case 'userErrors':
      return refused(EXIT.failed, error.errors);
    case 'notFound':
      return error.errors.length > 0
        ? refused(EXIT.notFound, error.errors)
        : new CliError(EXIT.notFound, message);
    case 'forbidden':
      return new CliError(EXIT.failed, message, {
        hint: 'See what you may do with `keyway whoami`. A token needs both the role and the scope.',
        problems: error.errors.map(problemOf),
      });
    case 'notSignedIn':
      return new CliError(EXIT.notSignedIn, NOT_VALID, { hint: SIGN_IN });
    case 'rateLimited':
      return new CliError(EXIT.failed, message, {
        hint: `Try again in ${Math.ceil(error.retryAfterSeconds)} s.`,
      });
    case 'invalid':
      return new CliError(EXIT.usage, message);
    case 'network':
      return new CliError(EXIT.failed, message, {
        hint: error.outcomeUnknown
          ? "We couldn't confirm whether this was done. Read the state before you repeat it."
          : 'Check the address with `keyway profiles list`, or set KEYWAY_URL.',
      });
    case 'server':
      return new CliError(EXIT.failed, message, {
        hint: error.errorId ? `The log of the server has it under ${error.errorId}.` : null,
        errorId: error.errorId,
      });
    case 'aborted':
      return new CliError(EXIT.failed, 'Cancelled.');
  }
}

const problemOf = ({ code, message, field }: UserError): Problem => ({
  code,
  message,
  field: field?.join('.') ?? null,
});

/** What to do about a refusal, by its code. */
const WAY_OUT: Readonly<Record<string, string>> = {
  RUN_EXISTS: 'See it with `keyway runs show <organization>`.',
  STEP_LOCKED: 'See what comes first with `keyway runs show <organization>`.',
  CHECKS_NOT_GREEN:
    'See the checks with `keyway runs show <organization>`; accept a warning with `keyway steps override`.',
  APPROVAL_REQUIRED: 'Request one with `keyway request-approval`; another person approves it.',
  APPROVAL_VOID: 'Request another one with `keyway request-approval`.',
  SELF_APPROVAL: 'Another person has to approve it.',
  CLOUD_NOT_CONNECTED: 'Connect it with `keyway orgs connect`.',
  CONFIRMATION_MISMATCH: 'Give the IMS organization ID of this very organization.',
  NOT_ENTITLED: 'Attest the purchase first: `keyway steps attest`.',
};

function refused(
  exitCode: typeof EXIT.failed | typeof EXIT.notFound,
  errors: readonly UserError[],
) {
  const problems = errors.map(problemOf);
  const message = problems
    .map((problem) => (problem.field ? `${problem.field}: ${problem.message}` : problem.message))
    .join('\n');
  return new CliError(exitCode, message, {
    problems,
    hint: WAY_OUT[problems[0]?.code ?? ''] ?? null,
  });
}
