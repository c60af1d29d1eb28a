/** Icons with a name for screen readers: of a step, a run and a verdict. */
import { useIntl } from 'react-intl';
import type { Actor, StepMode, StepStatus, Verdict } from '../generated/enums.ts';
import { IndicatorIcon } from './IndicatorIcon.tsx';
import type { ShownStatus } from './indicators.ts';
import { toRunIndicator, toStepIndicator, toVerdictIndicator } from './indicators.ts';

interface StatusIconProps {
  status: StepStatus;
  actor?: Actor | null;
  mode?: StepMode | null;
  size?: number;
  /** True if the text is beside the icon, so that screen readers do not read it twice. */
  decorative?: boolean;
}

/** What the icon of a step shows: one that cools off waits for the time, and for nobody. */
export const toShown = ({
  coolingOffUntil,
  status,
  actor,
  mode,
}: StatusIconProps & { coolingOffUntil: string | null }): StatusIconProps =>
  coolingOffUntil ? { status: 'WAITING', mode } : { status, actor, mode };

export function StatusIcon({ status, actor, mode, size, decorative }: StatusIconProps) {
  const intl = useIntl();
  const id =
    status === 'DONE' && mode === 'ATTESTED'
      ? ('status.DONE.attested' as const)
      : (`status.${status}` as const);
  return (
    <IndicatorIcon
      {...toStepIndicator(status, actor, mode)}
      size={size}
      label={decorative ? undefined : intl.formatMessage({ id })}
    />
  );
}

export function RunStatusIcon({
  status,
  size,
  decorative,
}: {
  status: ShownStatus;
  size?: number;
  decorative?: boolean;
}) {
  const intl = useIntl();
  return (
    <IndicatorIcon
      {...toRunIndicator(status)}
      size={size}
      label={decorative ? undefined : intl.formatMessage({ id: `runStatus.${status}` })}
    />
  );
}

export function VerdictIcon({
  verdict,
  size,
  decorative,
}: {
  verdict: Verdict;
  size?: number;
  decorative?: boolean;
}) {
  const intl = useIntl();
  return (
    <IndicatorIcon
      {...toVerdictIndicator(verdict)}
      size={size}
      label={decorative ? undefined : intl.formatMessage({ id: `verdict.${verdict}` })}
    />
  );
}
