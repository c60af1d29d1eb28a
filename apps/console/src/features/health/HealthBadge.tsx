/** The health of a key as icon and name; a tooltip says what it means. */
import { useIntl } from 'react-intl';
import type { Health } from '../../generated/enums.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { toHealthIndicator } from '../../status/indicators.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { Tip } from '../../ui/Tip.tsx';

const meaning = lazyPart(async () => (await import('./HealthMeaning.tsx')).HealthMeaning);

interface HealthBadgeProps {
  health: Health;
  /** In place of what the health means: why this organization has it. */
  sentence?: string;
}

export function HealthBadge({ health, sentence }: HealthBadgeProps) {
  const intl = useIntl();
  return (
    <Tip text={sentence ?? <Part part={meaning} isWanted props={{ health }} />}>
      <IndicatorText indicator={toHealthIndicator(health)}>
        {intl.formatMessage({ id: `health.${health}` })}
      </IndicatorText>
    </Tip>
  );
}
