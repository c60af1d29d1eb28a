/** What is in the way of how many organizations; each narrows the list to those. */
import { ActionButton, ToggleButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { OUTCOME_INDICATORS } from '../../features/readiness/dryRunFields.ts';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import type { DryRunView } from './readinessDocuments.ts';

const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  padding: 0,
  margin: 0,
  listStyleType: 'none',
});
const section = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'start',
  rowGap: 8,
  marginBottom: 20,
});
const line = style({ display: 'flex', alignItems: 'center', columnGap: 8, font: 'ui' });
const text = style({ minWidth: 0, overflowWrap: 'anywhere' });
const heading = style({ font: 'title-sm', margin: 0 });
/** Else it is cut off beside a long text on a narrow page. */
const button = style({ flexShrink: 0 });
const FEW = 8;

interface ReadinessCausesProps {
  causes: DryRunView['causes'];
  /** Its ID. */
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

export function ReadinessCauses({ causes, chosen, onChoose }: ReadinessCausesProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  if (causes.length === 0) return null;
  const shown = isOpen ? causes : causes.slice(0, FEW);
  return (
    <section className={section} aria-labelledby="readiness-causes">
      <h2 id="readiness-causes" className={heading}>
        {intl.formatMessage({ id: 'readiness.causes' })}
      </h2>
      <ul className={list}>
        {shown.map(({ id, outcome, count, message }) => (
          <li key={id} className={line}>
            <IndicatorIcon {...OUTCOME_INDICATORS[outcome]} />
            {/* Beside the button, which would cut a long text off. */}
            <span className={text}>{message}</span>
            <ToggleButton
              size="S"
              styles={button}
              aria-label={intl.formatMessage({ id: 'readiness.cause' }, { count, message })}
              isSelected={chosen === id}
              onChange={(isChosen) => onChoose(isChosen ? id : undefined)}
            >
              {intl.formatMessage({ id: 'portfolio.organizations' }, { count })}
            </ToggleButton>
          </li>
        ))}
      </ul>
      {causes.length > FEW ? (
        <ActionButton size="S" onPress={() => setOpen(!isOpen)}>
          {intl.formatMessage(
            { id: isOpen ? 'readiness.fewer' : 'readiness.more' },
            { count: causes.length },
          )}
        </ActionButton>
      ) : null}
    </section>
  );
}
