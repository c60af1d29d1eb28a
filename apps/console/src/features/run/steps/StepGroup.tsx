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
  // The mark of what was verified would claim it of the others too.
  const attested = kind === 'done' ? steps.filter(({ mode }) => mode === 'ATTESTED').length : 0;
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
        <IndicatorIcon
          {...toStepIndicator(
            kind === 'done' ? 'DONE' : 'LOCKED',
            null,
            attested > 0 ? 'ATTESTED' : null,
          )}
        />
        <span className="kw-card-title">
          {intl.formatMessage({ id: `run.steps.${kind}` }, { count: steps.length })}
          {attested > 0 ? (
            <>
              {' · '}
              {intl.formatMessage({ id: 'run.steps.attested' }, { count: attested })}
            </>
          ) : null}
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
