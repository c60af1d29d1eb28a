/** Lets what is shown follow a change of the person's access, and says so until they close it. */
import { useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { ActionButton, Link } from '@react-spectrum/s2';
import CrossIcon from '@react-spectrum/s2/icons/Close';
import Lock from '@react-spectrum/s2/icons/Lock';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { followAccess } from '../apollo/followAccess.ts';
import { AccessTexts } from './AccessTexts.ts';
import { useAnnounce } from '../ui/announce.tsx';

const bar = style({
  display: 'flex',
  alignItems: 'center',
  columnGap: 12,
  marginBottom: 16,
  paddingX: 16,
  paddingY: 8,
  borderRadius: 'lg',
  font: 'ui',
  backgroundColor: 'informative-subtle',
  color: 'neutral',
});
const sentence = style({ flexGrow: 1, minWidth: 0 });

interface AccessNoticeProps {
  /** How often the access has changed. */
  changes: number;
}

export const AccessNotice = (props: AccessNoticeProps) => (
  <AccessTexts>
    <Notice {...props} />
  </AccessTexts>
);

function Notice({ changes }: AccessNoticeProps) {
  const intl = useIntl();
  const client = useApolloClient();
  const announce = useAnnounce();
  const [isShown, setShown] = useState(false);
  const text = intl.formatMessage({ id: 'access.changed' });
  useEffect(() => void followAccess(client).then(() => setShown(true)), [changes, client]);
  useEffect(() => {
    if (isShown) announce(text);
  }, [isShown, text, announce, changes]);
  if (!isShown) return null;
  return (
    <aside className={bar} data-print="hidden">
      <Lock aria-hidden="true" />
      <span className={sentence}>
        {text}{' '}
        <Link variant="secondary" href="/settings">
          {intl.formatMessage({ id: 'access.yours' })}
        </Link>
      </span>
      <ActionButton
        isQuiet
        size="S"
        aria-label={intl.formatMessage({ id: 'common.close' })}
        onPress={() => setShown(false)}
      >
        <CrossIcon />
      </ActionButton>
    </aside>
  );
}
