/** Putting an organization away, with what that means before it is done. */
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Form,
  Heading,
  TextArea,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { UserErrorsNotice, refusalFor } from '../../ui/UserErrorsNotice.tsx';
import { useRefusable } from '../../ui/useRefusable.ts';
import { ARCHIVE_ORGANIZATION } from './organizationDocuments.ts';

const text = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const plain = style({ margin: 0 });
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12 });

interface ArchiveOrganizationProps {
  organizationId: string;
  name: string;
  /** Something was submitted: the run goes on, and the server wants to know why. */
  needsReason: boolean;
}

export function ArchiveOrganization(props: ArchiveOrganizationProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={intl.formatMessage({ id: 'archive.title' })}>
      <p className={text}>
        {intl.formatMessage({ id: props.needsReason ? 'archive.aboutSubmitted' : 'archive.about' })}
      </p>
      <div>
        <Button variant="secondary" size="S" onPress={() => setOpen(true)}>
          {intl.formatMessage({ id: 'archive.open' })}
        </Button>
      </div>
      <DialogContainer onDismiss={() => setOpen(false)}>
        {isOpen ? <ArchiveDialog {...props} onClose={() => setOpen(false)} /> : null}
      </DialogContainer>
    </Panel>
  );
}

function ArchiveDialog({
  organizationId,
  name,
  needsReason,
  onClose,
}: ArchiveOrganizationProps & { onClose: () => void }) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const client = useApolloClient();
  const [reason, setReason] = useState('');
  const { submit, isPending, refusals } = useRefusable(
    ARCHIVE_ORGANIZATION,
    (data) => data.archiveOrganization.userErrors,
  );
  async function archive() {
    const data = await submit({ input: { organizationId, reason: reason.trim() || null }, locale });
    if (!data) return;
    for (const fieldName of ['organizations', 'portfolio', 'runs'])
      client.cache.evict({ id: 'ROOT_QUERY', fieldName });
    onClose();
  }
  return (
    <Dialog size="S">
      <Heading slot="title">{intl.formatMessage({ id: 'archive.question' }, { name })}</Heading>
      <Content>
        <Form
          validationBehavior="aria"
          onSubmit={(event) => {
            event.preventDefault();
            void archive();
          }}
        >
          <div className={stack}>
            <UserErrorsNotice errors={refusals.filter((one) => one.field?.[0] !== 'reason')} />
            <p className={plain}>
              {intl.formatMessage({ id: needsReason ? 'archive.meansSubmitted' : 'archive.means' })}
            </p>
            <TextArea
              label={intl.formatMessage({ id: 'archive.reason' })}
              isRequired={needsReason}
              value={reason}
              onChange={setReason}
              isInvalid={Boolean(refusalFor(refusals, 'reason'))}
              errorMessage={refusalFor(refusals, 'reason')}
            />
          </div>
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
        <Button
          variant="negative"
          isPending={isPending}
          isDisabled={needsReason && reason.trim() === ''}
          onPress={() => void archive()}
        >
          {intl.formatMessage({ id: 'archive.do' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
