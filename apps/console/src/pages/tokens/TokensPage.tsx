/** API tokens: what each can do where, when it was last used, and a button that revokes it. */
import { useQuery } from '@apollo/client/react';
import { AlertDialog, Button } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { SettingsFrame } from '../../features/settings/SettingsFrame.tsx';
import { useKeptForm } from '../../features/viewer/keptForm.ts';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import type { TokenRowFragment } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { CreateTokenDialog, TOKEN_FORM, type TokenDraft } from './CreateTokenDialog.tsx';
import { TokenTable } from './TokenTable.tsx';
import { REVOKE_TOKEN, TOKENS_QUERY } from './tokenDocuments.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

export function TokensPage() {
  const intl = useIntl();
  const kept = useKeptForm<TokenDraft>(TOKEN_FORM);
  const [dialog, setDialog] = useState<'create' | TokenRowFragment | undefined>(
    kept ? 'create' : undefined,
  );
  const query = useQuery(TOKENS_QUERY, {
    fetchPolicy: 'cache-and-network',
    skip: !useRoleSomewhere('OWNER'),
  });
  const revoke = useKeywayMutation(REVOKE_TOKEN);
  const close = () => setDialog(undefined);
  return (
    <SettingsFrame
      section="tokens"
      text={intl.formatMessage({ id: 'tokens.text' })}
      actions={
        <>
          <ExportButton
            file={async (tools) => (await import('./tokensFile.ts')).tokensFile(tools)}
          />
          <Button variant="accent" onPress={() => setDialog('create')}>
            {intl.formatMessage({ id: 'tokens.create' })}
          </Button>
        </>
      }
    >
      <MutationNotice mutation={revoke} isSpaced />
      <PagedList
        list={query.data?.apiTokens}
        query={query}
        failed={intl.formatMessage({ id: 'tokens.failed' })}
        skeleton={{ rows: 3, columns: 4 }}
        empty={
          <EmptyState title={intl.formatMessage({ id: 'tokens.none' })}>
            {intl.formatMessage({ id: 'tokens.noneText' })}
          </EmptyState>
        }
      >
        {(tokens) => <TokenTable tokens={tokens} onRevoke={setDialog} />}
      </PagedList>
      <DialogContainer onDismiss={close}>
        {dialog === 'create' ? (
          <CreateTokenDialog kept={kept} onClose={close} onCreated={() => void query.refetch()} />
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
    </SettingsFrame>
  );
}
