/** The checks of a step: what a person must act on, and folded below it what needs nobody. */
import { useIntl } from 'react-intl';
import { VerdictIcon } from '../../../status/StatusIcon.tsx';
import { useActorName } from '../../viewer/useActorName.ts';
import type { CheckView, StepView } from '../data/runFields.ts';
import { CheckRow } from './CheckRow.tsx';
import { findRepeats, foldChecks, orderChecks } from './stepOrder.ts';

export function StepChecks({ step }: { step: StepView }) {
  const intl = useIntl();
  const nameOf = useActorName();
  const ordered = orderChecks(step.checks);
  if (ordered.length === 0) return null;
  const repeated = findRepeats(ordered);
  const { shown, repeats, passed } = foldChecks(ordered);
  const row = (check: CheckView) => (
    <CheckRow
      key={check.id}
      check={check}
      track={step.track}
      isRepeat={repeated.has(check)}
      who={check.actor ? nameOf(check.actor) : undefined}
    />
  );
  const folds = [
    { verdict: 'UNKNOWN', checks: repeats, text: 'run.checks.asAbove' },
    { verdict: 'PASS', checks: passed, text: 'run.checks.passed' },
  ] as const;
  return (
    <div>
      <ul className="kw-checks" aria-label={intl.formatMessage({ id: 'run.checks' })}>
        {shown.map(row)}
      </ul>
      {folds.map(({ verdict, checks, text }) =>
        checks.length === 0 ? null : (
          <details key={verdict} className="kw-folded-checks">
            <summary>
              <VerdictIcon verdict={verdict} size={14} decorative />
              <span>{intl.formatMessage({ id: text }, { count: checks.length })}</span>
            </summary>
            <ul className="kw-checks">{checks.map(row)}</ul>
          </details>
        ),
      )}
    </div>
  );
}
