/** What a health means, for the tooltip of its badge. */
import { useIntl } from 'react-intl';
import type { Health } from '../../generated/enums.ts';
import { HealthTexts } from './HealthTexts.tsx';

const Meaning = ({ health }: { health: Health }) =>
  useIntl().formatMessage({ id: `healthMeaning.${health}` });

export const HealthMeaning = ({ health }: { health: Health }) => (
  <HealthTexts>
    <Meaning health={health} />
  </HealthTexts>
);
