/** A button that signs in in a window of its own, while the page stays as it is. */
import { Button, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { fromBase } from '../../routing/basePath.ts';

/** Where the window ends, which lets this page continue. */
const ADDRESS = `/sign-in?returnTo=${encodeURIComponent('/signed-in')}`;

const note = style({ font: 'body-sm', margin: 0 });

interface SignInAgainProps {
  size: 'S' | 'M';
  /** Called when the window is open. */
  onOpened?: () => void;
}

export function SignInAgain({ size, onOpened }: SignInAgainProps) {
  const intl = useIntl();
  const [isBlocked, setBlocked] = useState(false);
  const open = () => {
    const opened = window.open(fromBase(ADDRESS), 'keyway-sign-in', 'popup,width=560,height=720');
    setBlocked(opened === null);
    if (opened) onOpened?.();
  };
  return (
    <>
      <Button variant="accent" size={size} onPress={open}>
        {intl.formatMessage({ id: 'session.again' })}
      </Button>
      {isBlocked ? (
        <p className={note} role="alert">
          {intl.formatMessage({ id: 'session.blocked' })}{' '}
          <Link href={ADDRESS} target="_blank">
            {intl.formatMessage({ id: 'session.openTab' })}
          </Link>
        </p>
      ) : null}
    </>
  );
}
