/**
 * Says, also to screen readers, what the check found that the person asked for, and why it can be
 * the same as before.
 */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { HandedOffStepView } from './handOffDocuments.ts';
import type { CheckOutcome as Outcome } from './useCheckOutcome.ts';

const box = style({ font: 'body-sm', margin: 0 });
const line = style({ margin: 0 });
const same = style({
  margin: 0,
  padding: 12,
  borderRadius: 'lg',
  backgroundColor: 'notice-subtle',
  color: 'neutral',
});

/** What Azure puts into effect later: firewall rules (TM-01) and role assignments (TM-02). */
const TAKES_TIME: ReadonlySet<string> = new Set(['NETWORK', 'ROLE']);

export function CheckOutcome({ step, outcome }: { step: HandedOffStepView; outcome: Outcome }) {
  const intl = useIntl();
  const { found } = outcome;
  const values = found && {
    what: intl.formatList(found.what, { type: 'conjunction' }),
    at: intl.formatTime(found.at, { timeStyle: 'short' }),
  };
  // There before it has a text: only changes are announced.
  return (
    <div role="status" className={box}>
      {step.looking ? (
        <p className={line}>{intl.formatMessage({ id: 'handOff.checking' })}</p>
      ) : null}
      {found && values ? (
        <p className={same}>
          <strong>
            {intl.formatMessage({ id: found.isSame ? 'handOff.same' : 'handOff.changed' }, values)}
          </strong>{' '}
          {found.isSame
            ? intl.formatMessage({
                id: TAKES_TIME.has(step.id) ? 'handOff.sameTakesTime' : 'handOff.sameWhy',
              })
            : null}
        </p>
      ) : null}
    </div>
  );
}
