/** The file of the API tokens: what they may do, never what they are. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import type { TokenRowFragment } from '../../generated/graphql.ts';
import { TOKENS_QUERY } from './tokenDocuments.ts';

export function tokensFile(tools: FileTools): ListFile {
  const { intl, client } = tools;
  const { plain, coded } = columnsFor<TokenRowFragment>(tools);
  return listFile<TokenRowFragment>({
    name: 'api-tokens',
    columns: [
      plain('name', ({ name }) => name),
      plain('prefix', ({ prefix }) => prefix),
      ...coded(
        'role',
        ({ role }) => role,
        (role) => intl.formatMessage({ id: `role.${role}` }),
      ),
      plain('organizations', ({ organizations }) =>
        organizations
          ? organizations.map(({ name }) => name).join('\n')
          : intl.formatMessage({ id: 'grant.everywhere' }),
      ),
      plain('scopes', ({ scopes }) => scopes.join(' ')),
      plain('createdBy', ({ createdBy }) => createdBy),
      plain('lastUsedAt', ({ lastUsedAt }) => lastUsedAt),
      plain('expiresAt', ({ expiresAt }) => expiresAt),
      plain('revokedAt', ({ revokedAt }) => revokedAt),
    ],
    page: async (after) =>
      (await readNow(client, TOKENS_QUERY, { first: FILE_PAGE, after })).apiTokens,
  });
}
