/** Keys that are planned, from a CSV file. The server reads it, as for the console. */
import type { Client, PlannedKeyInput } from '@keyway/client';
import { CliError, EXIT, usageError } from '../cli/cliError.ts';
import { countOf } from '../cli/readText.ts';
import { unwrap } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';

const plannedKeysDocument = graphql(`
  query PlannedKeys($content: String!, $locale: String) {
    plannedKeys(content: $content) {
      keys {
        organizationId
        track
        keyIdentifier
        vaultResourceId
      }
      rejected {
        line
        field
        message(locale: $locale)
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

/** @throws CliError with each line that can't be used: nothing is checked in part unnoticed */
export async function plannedKeys(client: Client, content: string): Promise<PlannedKeyInput[]> {
  const read = unwrap(await client.request(plannedKeysDocument, { content })).plannedKeys;
  const { keys, rejected } = read;
  if (rejected.length > 0) {
    const problems = rejected.map(({ line, field, message }) => ({
      ...{ code: 'INVALID_INPUT', field },
      message: `Line ${line}: ${message}`,
    }));
    const texts = problems.map(({ field, message }) => (field ? `${message} (${field})` : message));
    const count = countOf(rejected.length, 'line');
    throw new CliError(EXIT.usage, [`${count} can't be used.`, ...texts].join('\n'), { problems });
  }
  if (keys.length === 0) throw usageError('The file has no planned key.');
  return keys.map(({ organizationId, track, keyIdentifier, vaultResourceId }) => ({
    ...{ organizationId, track, keyIdentifier, vaultResourceId },
  }));
}
