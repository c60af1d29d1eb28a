/**
 * What Adobe says of a configuration, in the forms that it documents now and documented before
 * (API-05, API-06, API-11, API-12). Pure.
 */
import { cleanWord } from '@keyway/connector-transport';
import type { ConfigurationFacts } from '@keyway/core';
import { z } from 'zod';

export const EMPTY_CONFIGURATION: ConfigurationFacts = {
  id: null,
  status: null,
  keyVaultKeyIdentifier: null,
  imsOrgId: null,
};

const text = z.string().nullish();
const configSchema = z.object({
  configData: z
    .object({ keyVaultKeyIdentifier: text, keyVaultIdentifier: text, keyVaultUri: text })
    .nullish(),
  imsOrgId: text,
});
const documentSchema = configSchema.extend({
  id: text,
  /** Anything but a text is an unknown status (ST-07). */
  status: text.catch(null),
  config: configSchema.nullish(),
  jobData: z.object({ config: configSchema.nullish() }).nullish(),
  error_code: z.unknown().optional(),
  errorMessage: text,
});

/** An empty text says nothing. */
const wordOf = (status: string | null | undefined): string | null =>
  status ? cleanWord(status) : null;

/**
 * The field's name changed twice; `keyVaultUri` held the whole identifier at first and only the
 * vault's address since (API-11).
 */
function keyIdentifier({ configData }: z.infer<typeof configSchema>): string | null {
  if (!configData) return null;
  const { keyVaultKeyIdentifier, keyVaultIdentifier, keyVaultUri } = configData;
  const uri = keyVaultUri?.includes('/keys/') ? keyVaultUri : null;
  return wordOf(keyVaultKeyIdentifier) ?? wordOf(keyVaultIdentifier) ?? wordOf(uri);
}

/**
 * The answer to GET, or to POST with its `config` (or, in the beta, `jobData.config`) inside.
 * `status` is the top level's, verbatim: the inner one belongs to the row and not to the job
 * (ST-02). Null where the document has another form, or is an error despite its 2xx.
 */
export function configurationFacts(document: unknown): ConfigurationFacts | null {
  const answer = documentSchema.safeParse(document).data;
  if (!answer) return null;
  const [id, status] = [wordOf(answer.id), wordOf(answer.status)];
  const isError = answer.error_code !== undefined || wordOf(answer.errorMessage) !== null;
  if (id === null && status === null && isError) return null;
  const config = answer.config ?? answer.jobData?.config ?? answer;
  return {
    id,
    status,
    keyVaultKeyIdentifier: keyIdentifier(config),
    imsOrgId: wordOf(config.imsOrgId) ?? wordOf(answer.imsOrgId),
  };
}
