/** An opened entry of history: its fields, and its data as they are recorded. */
import { useQuery } from '@apollo/client/react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { EntryTexts } from './EntryTexts.ts';
import { Disclosure, JsonBlock } from '../../ui/Disclosure.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { EntryFields } from './EntryFields.tsx';
import { ENTRY_FIELDS } from './entryFieldsDocument.ts';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 8, minWidth: 0 });

interface EntryDetailsProps {
  id: string;
  data: unknown;
}

export const EntryDetails = (props: EntryDetailsProps) => (
  <EntryTexts>
    <Details {...props} />
  </EntryTexts>
);

function Details({ id, data }: EntryDetailsProps) {
  return (
    <div className={box}>
      <Fields id={id} />
      <Data data={data} />
    </div>
  );
}

function Fields({ id }: { id: string }) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const { data, error, refetch } = useQuery(ENTRY_FIELDS, { variables: { id, locale } });
  if (data?.node && 'fields' in data.node) return <EntryFields fields={data.node.fields} />;
  if (!error) return <ListSkeleton rows={4} columns={2} />;
  const what = intl.formatMessage({ id: 'entry.failed' });
  return <ErrorState what={what} error={error} onRetry={() => void refetch()} />;
}

function Data({ data }: { data: unknown }) {
  const intl = useIntl();
  return (
    <Disclosure
      show={intl.formatMessage({ id: 'entry.showData' })}
      hide={intl.formatMessage({ id: 'entry.hideData' })}
    >
      <JsonBlock data={data} label={intl.formatMessage({ id: 'entry.data' })} />
    </Disclosure>
  );
}
