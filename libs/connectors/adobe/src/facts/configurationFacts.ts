/**
 * What Adobe says of a configuration, in today's answers and in those of earlier versions (API-05,
 * API-06, API-11, API-12). Pure.
 */
import { cleanWord } from '@keyway/connector-transport';
import type { ConfigurationFacts } from '@keyway/core';

type Fields = Record<string, unknown>;

export const EMPTY_CONFIGURATION: ConfigurationFacts = {
  id: null,
  status: null,
  keyVaultKeyIdentifier: null,
  imsOrgId: null,
};

const asFields = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
const asText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? cleanWord(value) : null;

/**
 * The field's name changed twice; `keyVaultUri` held the whole identifier at first and only the
 * vault's address since (API-11).
 */
function keyIdentifier(configData: Fields | null): string | null {
  if (configData === null) return null;
  const uri = asText(configData['keyVaultUri']);
  return (
    asText(configData['keyVaultKeyIdentifier']) ??
    asText(configData['keyVaultIdentifier']) ??
    (uri?.includes('/keys/') ? uri : null)
  );
}

/**
 * The answer to GET, or to POST with its `config` (or, in the beta, `jobData.config`) inside.
 * `status` is the top level's, verbatim: the inner one belongs to the row and not to the job
 * (ST-02). Null where the document is no object, or is an error despite its 2xx.
 */
export function configurationFacts(document: unknown): ConfigurationFacts | null {
  const answer = asFields(document);
  if (answer === null) return null;
  const said = (name: string) => asText(answer[name]);
  if (
    said('id') === null &&
    said('status') === null &&
    (answer['error_code'] !== undefined || said('errorMessage') !== null)
  )
    return null;
  const config =
    asFields(answer['config']) ?? asFields(asFields(answer['jobData'])?.['config']) ?? answer;
  return {
    id: said('id'),
    status: said('status'),
    keyVaultKeyIdentifier: keyIdentifier(asFields(config['configData'])),
    imsOrgId: asText(config['imsOrgId']) ?? said('imsOrgId'),
  };
}
