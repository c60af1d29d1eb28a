/** The meanings of the icons, in a popover beside the button of the legend. */
import { Popover } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RefObject } from 'react';
import { useIntl } from 'react-intl';
import type { Actor, StepMode, StepStatus } from '../../generated/enums.ts';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { toStepIndicator } from '../../status/indicators.ts';

interface Meaning {
  id: Exclude<StepStatus, 'WAITING'> | 'attested' | `waiting.${'person' | 'ADOBE' | 'SYSTEM'}`;
  status: StepStatus;
  actor?: Actor;
  mode?: StepMode;
}

const MEANINGS: readonly Meaning[] = [
  { id: 'LOCKED', status: 'LOCKED' },
  { id: 'READY', status: 'READY' },
  { id: 'WORKING', status: 'WORKING' },
  { id: 'waiting.person', status: 'WAITING', actor: 'PARTNER' },
  { id: 'waiting.ADOBE', status: 'WAITING', actor: 'ADOBE' },
  { id: 'waiting.SYSTEM', status: 'WAITING', actor: 'SYSTEM' },
  { id: 'BLOCKED', status: 'BLOCKED' },
  { id: 'FAILED', status: 'FAILED' },
  { id: 'DONE', status: 'DONE' },
  { id: 'attested', status: 'DONE', mode: 'ATTESTED' },
  { id: 'NOT_APPLICABLE', status: 'NOT_APPLICABLE' },
];

const list = style({
  display: 'grid',
  gridTemplateColumns: ['16px', 'minmax(0, 1fr)'],
  columnGap: 12,
  // All of them fit below the button at 900 pixels.
  rowGap: 4,
  alignItems: 'start',
  margin: 0,
  maxWidth: 320,
});
const name = style({ font: 'ui', fontWeight: 'bold', margin: 0 });
const text = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const icon = style({ display: 'contents' });

interface LegendPopoverProps {
  button: RefObject<HTMLElement | null>;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  title: string;
}

export function LegendPopover({ button, isOpen, setOpen, title }: LegendPopoverProps) {
  const intl = useIntl();
  const nameOf = ({ id, status }: Meaning): string => {
    if (id === 'attested') return intl.formatMessage({ id: 'status.DONE.attested' });
    if (id === 'waiting.person')
      return intl.formatMessage(
        { id: 'status.waitingOn' },
        { who: intl.formatMessage({ id: 'legend.person' }) },
      );
    if (id === 'waiting.ADOBE' || id === 'waiting.SYSTEM') {
      const actor = id === 'waiting.ADOBE' ? 'ADOBE' : 'SYSTEM';
      const who = intl.formatMessage({ id: `actor.${actor}.waited` });
      return intl.formatMessage({ id: 'status.waitingOn' }, { who });
    }
    return intl.formatMessage({ id: `status.${status}` });
  };
  return (
    <Popover triggerRef={button} isOpen={isOpen} onOpenChange={setOpen} aria-label={title}>
      <div className={list} role="list">
        {MEANINGS.map((meaning) => (
          <div key={meaning.id} className={icon} role="listitem">
            <IndicatorIcon {...toStepIndicator(meaning.status, meaning.actor, meaning.mode)} />
            <div>
              <p className={name}>{nameOf(meaning)}</p>
              <p className={text}>{intl.formatMessage({ id: `legend.${meaning.id}` })}</p>
            </div>
          </div>
        ))}
      </div>
    </Popover>
  );
}
