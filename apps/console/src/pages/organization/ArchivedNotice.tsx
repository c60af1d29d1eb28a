/** Says that an organization is archived, and restores it. */
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
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
  const restore = useKeywayMutation(RESTORE_ORGANIZATION, {
    evicts: ['organizations', 'portfolio', 'runs'],
  });
  const date = intl.formatDate(archivedAt, { dateStyle: 'long' });
  return (
    <div className={stack}>
      <MutationNotice mutation={restore} />
      <InlineAlert variant="notice">
        <Heading level={2}>{intl.formatMessage({ id: 'archive.isArchived' }, { date })}</Heading>
        <Content>
          <div className={inside}>
            <p className={plain}>{intl.formatMessage({ id: 'archive.isArchivedText' })}</p>
            {mayRestore ? (
              <Button
                variant="primary"
                size="S"
                isPending={restore.isPending}
                onPress={() => restore.send({ organizationId })}
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
