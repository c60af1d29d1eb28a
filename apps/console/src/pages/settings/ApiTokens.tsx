/**
 * The partner's API tokens: what each can do, when it was last used, and a button that revokes it.
 */
import { useQuery } from '@apollo/client/react';
import { AlertDialog, Button, DialogContainer } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { TokenRowFragment } from '../../generated/graphql.ts';
import { PagedList } from '../../ui/PagedList.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { CreateTokenDialog } from './CreateTokenDialog.tsx';
import { TokenTable } from './TokenTable.tsx';
import { REVOKE_TOKEN, TOKENS_QUERY } from './tokenDocuments.ts';

const quiet = style({ color: 'neutral-subdued' });

export function ApiTokens() {
  const intl = useIntl();
  const [dialog, setDialog] = useState<'create' | TokenRowFragment>();
  const query = useQuery(TOKENS_QUERY, {
    fetchPolicy: 'cache-and-network',
  });
  const revoke = useKeywayMutation(REVOKE_TOKEN);
  const close = () => setDialog(undefined);
  return (
    <Panel
      title={intl.formatMessage({ id: 'tokens.title' })}
      side={
        <Button variant="secondary" size="S" onPress={() => setDialog('create')}>
          {intl.formatMessage({ id: 'tokens.create' })}
        </Button>
      }
    >
      <MutationNotice mutation={revoke} />
      <PagedList
        list={query.data?.apiTokens}
        query={query}
        failed={intl.formatMessage({ id: 'tokens.failed' })}
        skeleton={{ rows: 3, columns: 4 }}
        empty={<span className={quiet}>{intl.formatMessage({ id: 'tokens.none' })}</span>}
      >
        {(tokens) => <TokenTable tokens={tokens} onRevoke={setDialog} />}
      </PagedList>
      <DialogContainer onDismiss={close}>
        {dialog === 'create' ? (
          <CreateTokenDialog onClose={close} onCreated={() => void query.refetch()} />
        ) : null}
        {typeof dialog === 'object' ? (
          <AlertDialog
            variant="destructive"
            title={intl.formatMessage({ id: 'tokens.revokeTitle' }, { name: dialog.name })}
            primaryActionLabel={intl.formatMessage({ id: 'tokens.revoke' })}
            cancelLabel={intl.formatMessage({ id: 'common.cancel' })}
            onPrimaryAction={() => revoke.send({ id: dialog.id })}
          >
            {intl.formatMessage({ id: 'tokens.revokeText' })}
          </AlertDialog>
        ) : null}
      </DialogContainer>
    </Panel>
  );
}
