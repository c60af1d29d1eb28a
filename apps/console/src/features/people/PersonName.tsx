/** A person's name over their email address. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const small = style({ font: 'ui-sm', color: 'neutral-subdued', overflowWrap: 'anywhere' });

interface PersonNameProps {
  name: string;
  email?: string | null;
  /** Whether it is the viewer. */
  isYou?: boolean;
}

export function PersonName({ name, email, isYou }: PersonNameProps) {
  const intl = useIntl();
  return (
    <span className={stack}>
      <span>
        <bdi>{name}</bdi>
        {isYou ? ` ${intl.formatMessage({ id: 'members.you' })}` : null}
      </span>
      {email ? <span className={small}>{email}</span> : null}
    </span>
  );
}
