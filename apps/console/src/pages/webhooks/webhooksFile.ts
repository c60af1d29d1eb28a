/** The file of the webhooks. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { WEBHOOKS, type WebhookView } from './webhookDocuments.ts';
import { webhookStatusOf } from './WebhookStatus.tsx';

export function webhooksFile(tools: FileTools): ListFile {
  const { intl, client } = tools;
  const { plain, coded } = columnsFor<WebhookView>(tools);
  return listFile<WebhookView>({
    name: 'webhooks',
    columns: [
      plain('url', ({ url }) => url),
      plain('events', ({ events }) => events.join(' ')),
      plain('organizations', ({ organizations }) =>
        organizations
          ? organizations.map(({ name }) => name).join('\n')
          : intl.formatMessage({ id: 'grant.scope.all' }),
      ),
      ...coded('status', webhookStatusOf, (status) =>
        intl.formatMessage({ id: `webhooks.status.${status}` }),
      ),
      plain('since', ({ failingSince }) => failingSince),
      plain('reason', ({ disabledReason }) => disabledReason),
      plain('createdBy', ({ createdBy }) => createdBy),
      plain('createdAt', ({ createdAt }) => createdAt),
    ],
    page: async (after) => (await readNow(client, WEBHOOKS, { first: FILE_PAGE, after })).webhooks,
  });
}
