/** The partner's chat: whether one is connected, how it went, and what an owner does with it. */
import { useQuery } from '@apollo/client/react';
import { Button, ButtonGroup, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Facts, type FactId } from '../../ui/Facts.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { ChatDialog } from './ChatDialog.tsx';
import { CHAT, REMOVE_CHAT, TEST_CHAT, type ChatView } from './chatDocuments.ts';
import { dueRow } from './dueRow.tsx';

const text = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const full = style({ width: 'full' });
/** Between questions whether a test message was sent. */
const TEST_POLL_MILLISECONDS = 2000;

export function ChatPanel() {
  const intl = useIntl();
  const query = useQuery(CHAT, { fetchPolicy: 'network-only' });
  const { data, error, refetch, startPolling, stopPolling } = query;
  const chat = data?.chat ?? null;
  const isWaiting = chat?.testRequestedAt != null;
  useEffect(() => {
    if (!isWaiting) return undefined;
    startPolling(TEST_POLL_MILLISECONDS);
    return stopPolling;
  }, [isWaiting, startPolling, stopPolling]);
  const reread = () => void refetch().catch(() => undefined);
  return (
    <Panel title={intl.formatMessage({ id: 'notifications.chat' })}>
      <p className={text}>{intl.formatMessage({ id: 'notifications.chatText' })}</p>
      {data ? <Connected chat={chat} onChange={reread} /> : null}
      {!data && error ? (
        <ErrorState
          what={intl.formatMessage({ id: 'notifications.chatFailed' })}
          error={error}
          onRetry={reread}
        />
      ) : null}
      {!data && !error ? <ListSkeleton rows={2} columns={2} /> : null}
    </Panel>
  );
}

function Connected({ chat, onChange }: { chat: ChatView | null; onChange: () => void }) {
  const intl = useIntl();
  const [open, setOpen] = useState<'set' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const test = useKeywayMutation(TEST_CHAT, { onDone: onChange });
  const remove = useKeywayMutation(REMOVE_CHAT, {
    onDone: () => {
      close();
      onChange();
    },
  });
  const isTesting = test.isPending || chat?.testRequestedAt != null;
  return (
    <>
      {chat ? <ChatState chat={chat} /> : null}
      <MutationNotice mutation={test} />
      <ButtonGroup>
        <Button variant="secondary" onPress={() => setOpen('set')}>
          {intl.formatMessage({
            id: chat ? 'notifications.chatChange' : 'notifications.chatConnect',
          })}
        </Button>
        {chat ? (
          <>
            <Button variant="secondary" isPending={isTesting} onPress={() => test.send({})}>
              {intl.formatMessage({ id: 'notifications.chatTest' })}
            </Button>
            <Button variant="secondary" fillStyle="outline" onPress={() => setOpen('remove')}>
              {intl.formatMessage({ id: 'notifications.chatRemove' })}
            </Button>
          </>
        ) : null}
      </ButtonGroup>
      <DialogContainer onDismiss={close}>
        {open === 'set' ? <ChatDialog chat={chat} onDone={onChange} onClose={close} /> : null}
        {open === 'remove' ? (
          <FormDialog
            title={intl.formatMessage({ id: 'notifications.chatRemoveTitle' })}
            confirm={intl.formatMessage({ id: 'notifications.chatRemove' })}
            variant="negative"
            mutation={remove}
            fields={[]}
            onSubmit={() => remove.send({})}
            onClose={close}
          >
            {intl.formatMessage({ id: 'notifications.chatRemoveText' })}
          </FormDialog>
        ) : null}
      </DialogContainer>
    </>
  );
}

function ChatState({ chat }: { chat: ChatView }) {
  const intl = useIntl();
  const { kind, host, digest, sentAt, dueAt, testedAt, testProblem, problem } = chat;
  const rows: (readonly [FactId, ReactNode])[] = [
    ['notifications.chatKind', intl.formatMessage({ id: `notifications.chat.${kind}` })],
    ['notifications.chatHost', host],
    ['notifications.digestOf', intl.formatMessage({ id: `notifications.digest.${digest}` })],
  ];
  if (sentAt) rows.push(['notifications.sentAt', <RelativeTime key="sent" at={sentAt} />]);
  if (dueAt) rows.push(dueRow(dueAt));
  const shown = testProblem ?? (testedAt ? null : problem);
  return (
    <>
      <Facts rows={rows} />
      {testedAt && !testProblem ? (
        <InlineAlert variant="positive" styles={full}>
          <Heading level={3}>{intl.formatMessage({ id: 'notifications.chatTested' })}</Heading>
          <Content>{intl.formatMessage({ id: 'notifications.chatTestedText' })}</Content>
        </InlineAlert>
      ) : null}
      {shown ? (
        <InlineAlert variant="negative" styles={full}>
          <Heading level={3}>
            {intl.formatMessage({
              id: problemTitle(testProblem),
            })}
          </Heading>
          <Content>{intl.formatMessage({ id: `notifications.chatProblem.${shown}` })}</Content>
        </InlineAlert>
      ) : null}
    </>
  );
}

const problemTitle = (testProblem: ChatView['testProblem']) => {
  if (testProblem === 'OUTCOME_UNKNOWN') return 'notifications.chatTestUnknown';
  return testProblem ? 'notifications.chatTestFailed' : 'notifications.chatNotSent';
};
