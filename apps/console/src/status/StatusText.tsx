/** A status as icon, text and color. */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Actor, Verdict } from '../generated/enums.ts';
import { IndicatorIcon } from './IndicatorIcon.tsx';
import { toRunIndicator, toStepIndicator, toVerdictIndicator } from './indicators.ts';
import type { Indicator, ShownStatus } from './indicators.ts';

const line = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui',
  minWidth: 0,
});
const text = style({
  // Aligns with the text's baseline, not with the icon's lower edge.
  alignSelf: 'baseline',
  color: {
    tone: {
      faint: 'neutral-subdued',
      neutral: 'neutral-subdued',
      accent: 'accent-1000',
      notice: 'notice-1100',
      negative: 'negative-1000',
      positive: 'positive-1000',
    },
  },
  fontWeight: 'medium',
});

/** Any indicator with its text. */
export function IndicatorText({
  indicator,
  children,
}: {
  indicator: Indicator;
  children: ReactNode;
}) {
  return (
    <span className={line}>
      <IndicatorIcon {...indicator} />
      <span className={text({ tone: indicator.tone })}>{children}</span>
    </span>
  );
}

export function RunStatusText({
  status,
  waitingOn,
  nameOf,
}: {
  status: ShownStatus;
  waitingOn?: readonly Actor[];
  /** What the reader calls an actor that is waited on. */
  nameOf?: (actor: Actor) => string;
}) {
  const intl = useIntl();
  const who = (waitingOn ?? []).map(
    nameOf ?? ((actor) => intl.formatMessage({ id: `actor.${actor}.waited` })),
  );
  if (status === 'WAITING' && who.length > 0) {
    const names = intl.formatList(who, { type: 'conjunction' });
    return (
      <IndicatorText indicator={toStepIndicator('WAITING', waitingOn?.[0])}>
        {intl.formatMessage({ id: 'status.waitingOn' }, { who: names })}
      </IndicatorText>
    );
  }
  return (
    <IndicatorText indicator={toRunIndicator(status)}>
      {intl.formatMessage({ id: `runStatus.${status}` })}
    </IndicatorText>
  );
}

export function VerdictText({ verdict }: { verdict: Verdict }) {
  return (
    <IndicatorText indicator={toVerdictIndicator(verdict)}>
      {useIntl().formatMessage({ id: `verdict.${verdict}` })}
    </IndicatorText>
  );
}
