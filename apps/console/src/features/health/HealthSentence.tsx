/** Where the key of an organization stands: its health, since when, and why in a sentence. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Health } from '../../generated/enums.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { HealthBadge } from './HealthBadge.tsx';
import { ServerText } from '../../ui/ServerText.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 });
const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 12 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });
const text = style({ font: 'body', margin: 0, overflowWrap: 'anywhere' });

interface HealthSentenceProps {
  health: Health;
  /** Since when it has this health. */
  since: string;
  /** As the server says it, in the reader's language; null: there is nothing to say. */
  sentence: string | null;
}

export function HealthSentence({ health, since, sentence }: HealthSentenceProps) {
  return (
    <div className={stack}>
      <span className={line}>
        <HealthBadge health={health} />
        {health === 'NOT_WATCHED' ? null : (
          <span className={quiet}>
            <RelativeTime at={since} />
          </span>
        )}
      </span>
      {sentence ? (
        <p className={text}>
          <ServerText text={sentence} />
        </p>
      ) : null}
    </div>
  );
}
