/** Finds an organization by name, IMS ID, vault or case number, and the console's actions by name. A combobox in a dialog. */
import { useLazyQuery } from '@apollo/client/react';
import { CustomDialog, DialogContainer, Heading, ProgressCircle } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../generated/gql.ts';
import { SearchResults, optionId } from './SearchResults.tsx';
import { useSearchActions } from './useSearchActions.ts';
import type { Found } from './SearchResults.tsx';

const SEARCH_QUERY = graphql(`
  query Search($text: String!) {
    search(text: $text, first: 10) {
      matched
      organization {
        id
        name
        imsOrgId
      }
      run {
        id
        status
      }
    }
  }
`);

const head = style({ display: 'flex', alignItems: 'center', columnGap: 12, paddingX: 20, paddingY: 12 });
const field = style({
  font: 'ui-lg',
  flexGrow: 1,
  minWidth: 0,
  borderStyle: 'none',
  outlineStyle: 'none',
  backgroundColor: 'transparent',
  color: 'neutral',
  padding: 4,
});
const hidden = style({ display: 'none' });

/** Waits for a pause in typing before it asks. */
const PAUSE_MS = 150;

export function SearchDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return <DialogContainer onDismiss={onClose}>{isOpen ? <SearchPanel onClose={onClose} /> : null}</DialogContainer>;
}

function SearchPanel({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [search, { data, loading, error }] = useLazyQuery(SEARCH_QUERY, { fetchPolicy: 'network-only' });
  const actions = useSearchActions(text);
  useEffect(() => {
    if (text.trim().length < 2) return undefined;
    const timer = setTimeout(() => void search({ variables: { text: text.trim() } }).catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, search]);
  const hits = text.trim().length < 2 ? [] : (data?.search ?? []);
  const found: Found[] = [
    ...hits.map((hit): Found => ({
      kind: 'organization',
      name: hit.organization.name,
      detail: hit.matched === hit.organization.name ? hit.organization.imsOrgId : hit.matched,
      status: hit.run?.status,
      open: () =>
        hit.run
          ? navigate({ to: '/runs/$runId', params: { runId: hit.run.id } })
          : navigate({ to: '/organizations/$organizationId', params: { organizationId: hit.organization.id } }),
    })),
    ...actions,
  ];
  const at = Math.min(active, Math.max(0, found.length - 1));
  function choose(index: number) {
    const one = found[index];
    if (!one) return;
    onClose();
    void one.open();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setActive((at - 1 + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') choose(at);
    else return;
    event.preventDefault();
  }
  const label = intl.formatMessage({ id: 'shell.searchHint' });
  return (
    <CustomDialog size="M" padding="none" aria-label={intl.formatMessage({ id: 'search.title' })}>
      <Heading slot="title" styles={hidden}>
        {intl.formatMessage({ id: 'search.title' })}
      </Heading>
      <div className={head}>
        <input
          // The dialog was opened to type here.
          autoFocus
          className={field}
          type="text"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls="search-results"
          aria-activedescendant={found.length > 0 ? optionId(at) : undefined}
          aria-autocomplete="list"
          aria-label={label}
          placeholder={label}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        {loading ? <ProgressCircle size="S" isIndeterminate aria-label={intl.formatMessage({ id: 'loading' })} /> : null}
      </div>
      <SearchResults
        found={found}
        active={at}
        text={text}
        isFailed={Boolean(error)}
        isLoading={loading}
        onChoose={choose}
        onActive={setActive}
      />
    </CustomDialog>
  );
}
