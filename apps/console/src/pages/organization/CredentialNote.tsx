/** When a credential expires: a line, or a warning before and after it does. */
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';

const text = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const DAY_MILLISECONDS = 86_400_000;
/** Days before the expiry at which the warning begins, and at which it becomes urgent. */
const SOON_DAYS = 30;
const URGENT_DAYS = 7;

interface CredentialNoteProps {
  /** Such as "Certificate". */
  name: string;
  /** Null: it doesn't expire, or nobody entered when. */
  expiresAt: string | null;
  /** Of the cloud: what stops when it has expired, and where a new one is made. */
  means: { before: string; after: string };
}

export function CredentialNote({ name, expiresAt, means }: CredentialNoteProps) {
  const intl = useIntl();
  if (!expiresAt) return <p className={text}>{name}</p>;
  const date = intl.formatDate(expiresAt, { dateStyle: 'long' });
  const days = (Date.parse(expiresAt) - Date.now()) / DAY_MILLISECONDS;
  const expires = intl.formatMessage({ id: 'connection.expires' }, { name, date });
  if (days > SOON_DAYS) return <p className={text}>{expires}</p>;
  const isExpired = days <= 0;
  const values = { name, date, days: Math.ceil(days) };
  return (
    <InlineAlert variant={days <= URGENT_DAYS ? 'negative' : 'notice'} fillStyle="border">
      <Heading level={3}>
        {intl.formatMessage(
          { id: isExpired ? 'connection.expired' : 'connection.expiresIn' },
          values,
        )}
      </Heading>
      <Content>{isExpired ? means.after : means.before}</Content>
    </InlineAlert>
  );
}
