/** The file of the members, also of those who were removed. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { formatGrant } from '../../features/people/formatGrant.ts';
import type { MemberRow } from '../../features/people/memberFields.ts';
import { MEMBERS_QUERY } from './memberDocuments.ts';

export function membersFile(tools: FileTools, text: string | undefined): ListFile {
  const { intl, client } = tools;
  const { plain, listed } = columnsFor<MemberRow>(tools);
  return listFile<MemberRow>({
    name: 'members',
    columns: [
      plain('name', ({ name }) => name),
      plain('email', ({ email }) => email),
      plain('access', ({ grants }) => grants.map((grant) => formatGrant(grant, intl)).join('\n')),
      ...listed(
        'role',
        ({ grants }) => [...new Set(grants.map(({ role }) => role))],
        (role) => intl.formatMessage({ id: `role.${role}` }),
      ),
      plain('joinedAt', ({ joinedAt }) => joinedAt),
      plain('lastSeenAt', ({ lastSeenAt }) => lastSeenAt),
      plain('removedAt', ({ removedAt }) => removedAt),
    ],
    page: async (after) => {
      const variables = { first: FILE_PAGE, after, text: text ?? null };
      return (await readNow(client, MEMBERS_QUERY, variables)).members;
    },
  });
}
