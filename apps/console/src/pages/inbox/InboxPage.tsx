/** What concerns this person, newest first. */
import { useQuery } from '@apollo/client/react';
import { Button, LinkButton } from '@react-spectrum/s2';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { onInboxChange } from '../../features/inbox/inboxChanges.ts';
import { INBOX, MARK_INBOX_READ } from '../../features/inbox/inboxDocuments.ts';
import { InboxTexts } from '../../features/inbox/InboxTexts.tsx';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { InboxItems } from './InboxItems.tsx';
import { INBOX_KINDS, kindOf } from '../../features/inbox/inboxKinds.ts';

export const InboxPage = () => (
  <InboxTexts>
    <Inbox />
  </InboxTexts>
);

function Inbox() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'inbox.title' });
  usePageTitle(title);
  const search = useSearch({ from: '/shell/inbox' });
  const { show } = search;
  const kind = kindOf(search.kind);
  const query = useInbox(show === 'unread', kind);
  const list = query.data?.viewer.inbox ?? undefined;
  const newest = list?.edges[0]?.node.createdAt;
  const { refetch } = query;
  const mutation = useKeywayMutation(MARK_INBOX_READ, {
    onDone: ({ items }) => !items && void refetch().catch(() => undefined),
  });
  const hasUnread = (query.data?.viewer.unreadCount ?? 0) > 0;
  const none = kind ? 'noMatch' : show ? 'noUnread' : 'none';
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            {hasUnread && newest ? (
              <Button
                variant="secondary"
                isPending={mutation.isPending}
                onPress={() => mutation.send({ allUntil: newest })}
              >
                {intl.formatMessage({ id: 'inbox.markAll' })}
              </Button>
            ) : null}
            <LinkButton variant="secondary" fillStyle="outline" href="/settings/notifications">
              {intl.formatMessage({ id: 'inbox.settings' })}
            </LinkButton>
          </>
        }
      >
        {intl.formatMessage({ id: 'inbox.text' })}
      </PageHeader>
      <InboxFilters />
      <MutationNotice mutation={mutation} isSpaced />
      <PagedList
        list={list}
        query={query}
        failed={intl.formatMessage({ id: 'inbox.failed' })}
        skeleton={{ rows: 6, columns: 2 }}
        empty={
          <EmptyState title={intl.formatMessage({ id: `inbox.${none}` })}>
            {none === 'none' ? intl.formatMessage({ id: 'inbox.noneText' }) : undefined}
          </EmptyState>
        }
      >
        {(items) => (
          <InboxItems items={items} onMark={({ id }, read) => mutation.send({ ids: [id], read })} />
        )}
      </PagedList>
    </>
  );
}

function useInbox(unreadOnly: boolean, kind: ReturnType<typeof kindOf>) {
  const { locale } = useAppLocale();
  // Its identity decides what is read again.
  const variables = useMemo(
    () => ({ unreadOnly, kinds: kind ? [kind] : null, locale }),
    [unreadOnly, kind, locale],
  );
  const query = useQuery(INBOX, { variables, fetchPolicy: 'cache-and-network' });
  const { refetch } = query;
  useEffect(() => onInboxChange(() => void refetch().catch(() => undefined)), [refetch]);
  return query;
}

function InboxFilters() {
  const intl = useIntl();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/inbox' });
  const change = (changed: Partial<typeof search>) =>
    void navigate({ to: '/inbox', search: { ...search, ...changed }, replace: true });
  return (
    <FilterBar
      isFiltered={Boolean(search.show ?? kindOf(search.kind))}
      onClear={() => change({ show: undefined, kind: undefined })}
    >
      <FilterPicker
        label={intl.formatMessage({ id: 'inbox.show' })}
        value={search.show}
        options={[{ id: 'unread', name: intl.formatMessage({ id: 'inbox.show.unread' }) }]}
        onChange={(show) => change({ show })}
      />
      <FilterPicker
        label={intl.formatMessage({ id: 'inbox.kind' })}
        value={kindOf(search.kind)}
        options={INBOX_KINDS.map((id) => ({
          id,
          name: intl.formatMessage({ id: `inbox.kind.${id}` }),
        }))}
        onChange={(kind) => change({ kind })}
      />
    </FilterBar>
  );
}
