/** Steps that are done, or ahead, as one row that opens. */
import { useId, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { IndicatorIcon } from '../../../status/IndicatorIcon.tsx';
import { toStepIndicator } from '../../../status/indicators.ts';
import type { StepView } from '../data/runFields.ts';
import type { StepGroupKind } from './stepOrder.ts';

interface StepGroupProps {
  kind: StepGroupKind;
  steps: readonly StepView[];
  /** One of its cards is open. */
  isWanted: boolean;
  children: ReactNode;
}

export function StepGroup({ kind, steps, isWanted, children }: StepGroupProps) {
  const intl = useIntl();
  const cardsId = useId();
  const [choice, setChoice] = useState<boolean | null>(null);
  const [wasWanted, setWasWanted] = useState(isWanted);
  // A link to a card opens its group, whatever a person chose before.
  if (isWanted !== wasWanted) {
    setWasWanted(isWanted);
    if (isWanted) setChoice(true);
  }
  if (kind === 'open') return children;
  const isOpen = choice ?? isWanted;
  const names = intl.formatList(
    steps.map(({ title }) => title),
    { type: 'unit', style: 'short' },
  );
  return (
    <>
      <button
        type="button"
        className="kw-card-head kw-step-group"
        aria-expanded={isOpen}
        aria-controls={cardsId}
        onClick={() => setChoice(!isOpen)}
      >
        <IndicatorIcon {...toStepIndicator(kind === 'done' ? 'DONE' : 'LOCKED')} />
        <span className="kw-card-title">
          {intl.formatMessage({ id: `run.steps.${kind}` }, { count: steps.length })}
        </span>
        <span className="kw-step-group-names" title={names}>
          {names}
        </span>
      </button>
      <div id={cardsId} className="kw-step-group-cards" data-open={isOpen}>
        {children}
      </div>
    </>
  );
}
