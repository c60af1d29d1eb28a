/** How a step is finished: checking it now, or stating that it is done. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ErrorState } from '../ui/ErrorState.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { UserErrorsNotice } from '../ui/UserErrorsNotice.tsx';
import { AttestForm } from './AttestForm.tsx';
import { CheckOutcome } from './CheckOutcome.tsx';
import { CHECK_HANDED_OFF } from './handOffDocuments.ts';
import type { HandedOffStepView } from './handOffDocuments.ts';
import { useAct } from './useAct.ts';
import { useCheckOutcome } from './useCheckOutcome.ts';
import type { HandedOffState } from './useHandedOff.ts';

const quiet = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
});

interface StepActionsProps {
  step: HandedOffStepView;
  /** Who sent the link. */
  partner: string;
  state: HandedOffState;
}

export function StepActions({ step, partner, state }: StepActionsProps) {
  const intl = useIntl();
  const check = useAct(CHECK_HANDED_OFF, (data) => data.checkHandedOff, state);
  const [isAttesting, setAttesting] = useState(false);
  const { track, id, mayCheck, mayAttest, looking, lookedAt } = step;
  const outcome = useCheckOutcome(step);
  function checkNow() {
    outcome.begin();
    check.send({ track, step: id });
  }
  return (
    <>
      <div className={row} data-print="hidden">
        {mayCheck || looking ? (
          <Button variant="accent" isPending={check.isPending || looking} onPress={checkNow}>
            {intl.formatMessage({ id: 'action.verify' })}
          </Button>
        ) : null}
        {mayAttest && !isAttesting ? (
          <Button variant={mayCheck ? 'secondary' : 'accent'} onPress={() => setAttesting(true)}>
            {intl.formatMessage({ id: 'handOff.attest' })}
          </Button>
        ) : null}
        <span className={quiet}>
          {!looking && lookedAt && !outcome.found
            ? intl.formatMessage(
                { id: 'run.lastChecked' },
                { when: <RelativeTime key="at" at={lookedAt} /> },
              )
            : null}
        </span>
      </div>
      <CheckOutcome step={step} outcome={outcome} />
      {!mayCheck && !mayAttest && !looking ? (
        <p className={quiet}>{intl.formatMessage({ id: 'handOff.partnerFirst' }, { partner })}</p>
      ) : null}
      {check.failure ? (
        <ErrorState
          what={intl.formatMessage({ id: 'handOff.checkFailed' })}
          error={check.failure}
          onRetry={checkNow}
        />
      ) : null}
      <UserErrorsNotice errors={check.errors} />
      {isAttesting && mayAttest ? (
        <AttestForm step={step} state={state} onCancel={() => setAttesting(false)} />
      ) : null}
    </>
  );
}
