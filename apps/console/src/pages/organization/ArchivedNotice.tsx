/** Says that an organization is archived, and brings it back. */
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useApolloClient } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { UserErrorsNotice } from '../../ui/UserErrorsNotice.tsx';
import { useRefusable } from '../../ui/useRefusable.ts';
import { RESTORE_ORGANIZATION } from './organizationDocuments.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12, marginBottom: 20 });
const inside = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' });
const plain = style({ margin: 0 });

interface ArchivedNoticeProps {
  organizationId: string;
  archivedAt: string;
  mayRestore: boolean;
}

export function ArchivedNotice({ organizationId, archivedAt, mayRestore }: ArchivedNoticeProps) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const client = useApolloClient();
  const { submit, isPending, refusals } = useRefusable(
    RESTORE_ORGANIZATION,
    (data) => data.restoreOrganization.userErrors,
  );
  async function restore() {
    const data = await submit({ input: { organizationId }, locale });
    if (data)
      for (const fieldName of ['organizations', 'portfolio', 'runs'])
        client.cache.evict({ id: 'ROOT_QUERY', fieldName });
  }
  const date = intl.formatDate(archivedAt, { dateStyle: 'long' });
  return (
    <div className={stack}>
      <UserErrorsNotice errors={refusals} />
      <InlineAlert variant="notice">
        <Heading level={2}>{intl.formatMessage({ id: 'archive.isArchived' }, { date })}</Heading>
        <Content>
          <div className={inside}>
            <p className={plain}>{intl.formatMessage({ id: 'archive.isArchivedText' })}</p>
            {mayRestore ? (
              <Button
                variant="primary"
                size="S"
                isPending={isPending}
                onPress={() => void restore()}
              >
                {intl.formatMessage({ id: 'archive.restore' })}
              </Button>
            ) : null}
          </div>
        </Content>
      </InlineAlert>
    </div>
  );
}
