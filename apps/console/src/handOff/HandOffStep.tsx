/** One step: why it is needed, what to do, what the checks found, and how to finish it. */
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { CheckDetails } from '../features/run/steps/CheckDetails.tsx';
import { InstructionsText } from '../features/run/steps/InstructionsText.tsx';
import { findRepeats, needsAttention, orderChecks } from '../features/run/steps/stepOrder.ts';
import { StatusIcon } from '../status/StatusIcon.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { UserErrorsNotice } from '../ui/UserErrorsNotice.tsx';
import { AttestForm } from './AttestForm.tsx';
import { CHECK_HANDED_OFF } from './handOffDocuments.ts';
import type { HandedOffStepView } from './handOffDocuments.ts';
import { useAct } from './useAct.ts';
import type { HandedOffState } from './useHandedOff.ts';
import './handOffStep.css';

const title = style({
  font: 'title',
  margin: 0,
  display: 'flex',
  columnGap: 8,
  alignItems: 'center',
});
const quiet = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const text = style({ font: 'body', margin: 0 });
const summary = style({ font: 'ui', cursor: 'pointer', paddingY: 4 });
const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
});

interface HandOffStepProps {
  step: HandedOffStepView;
  state: HandedOffState;
}

export function HandOffStep({ step, state }: HandOffStepProps) {
  const intl = useIntl();
  const headingId = useId();
  const why = step.id in WHY ? WHY[step.id as keyof typeof WHY] : null;
  return (
    <article className="kw-hand-off-step" data-status={step.status} aria-labelledby={headingId}>
      <h2 id={headingId} className={title}>
        <StatusIcon status={step.status} actor="PARTNER" mode={null} />
        <span>
          {step.title} · {intl.formatMessage({ id: `track.${step.track}` })}
        </span>
      </h2>
      <p className={text}>{step.sentence}</p>
      {why ? <p className={quiet}>{intl.formatMessage({ id: why })}</p> : null}
      <Checks step={step} />
      {step.instructions ? (
        <InstructionsText title={step.title} instructions={step.instructions} isOpen />
      ) : null}
      <Actions step={step} state={state} />
    </article>
  );
}

/** Why the customer is asked for it. */
const WHY = {
  VAULT: 'handOff.why.VAULT',
  NETWORK: 'handOff.why.NETWORK',
  KEY: 'handOff.why.KEY',
  CONSENT: 'handOff.why.CONSENT',
  ROLE: 'handOff.why.ROLE',
} as const;

/** What has to change first; what is right already is one line that opens. */
function Checks({ step: { checks } }: { step: HandedOffStepView }) {
  const intl = useIntl();
  const ordered = orderChecks(checks);
  const [open, passed] = [
    ordered.filter((check) => needsAttention(check)),
    ordered.filter((check) => !needsAttention(check)),
  ];
  return (
    <>
      <CheckList checks={open} label={intl.formatMessage({ id: 'run.checks' })} />
      {passed.length > 0 ? (
        <details>
          <summary className={summary}>
            {intl.formatMessage({ id: 'handOff.passed' }, { count: passed.length })}
          </summary>
          <CheckList
            checks={passed}
            label={intl.formatMessage({ id: 'handOff.passed' }, { count: passed.length })}
          />
        </details>
      ) : null}
    </>
  );
}

function CheckList({ checks, label }: { checks: HandedOffStepView['checks']; label: string }) {
  const repeats = findRepeats(checks);
  if (checks.length === 0) return null;
  return (
    <ul className="kw-checks" aria-label={label}>
      {checks.map((check) => (
        <CheckDetails key={check.id} check={check} isRepeat={repeats.has(check)} />
      ))}
    </ul>
  );
}

function Actions({ step, state }: HandOffStepProps) {
  const intl = useIntl();
  const check = useAct(CHECK_HANDED_OFF, (data) => data.checkHandedOff, state);
  const [isAttesting, setAttesting] = useState(false);
  const { track, id, mayCheck, mayAttest, looking, lookedAt } = step;
  return (
    <>
      <div className={row} data-print="hidden">
        {mayCheck || looking ? (
          <Button
            variant="accent"
            isPending={check.isPending || looking}
            onPress={() => check.send({ track, step: id })}
          >
            {intl.formatMessage({ id: 'action.verify' })}
          </Button>
        ) : null}
        {mayAttest && !isAttesting ? (
          <Button variant={mayCheck ? 'secondary' : 'accent'} onPress={() => setAttesting(true)}>
            {intl.formatMessage({ id: 'handOff.attest' })}
          </Button>
        ) : null}
        <span className={quiet} role="status">
          {looking ? intl.formatMessage({ id: 'handOff.checking' }) : null}
          {!looking && lookedAt
            ? intl.formatMessage(
                { id: 'run.lastChecked' },
                { when: <RelativeTime key="at" at={lookedAt} /> },
              )
            : null}
        </span>
      </div>
      {!mayCheck && !mayAttest && !looking ? (
        <p className={quiet}>{intl.formatMessage({ id: 'handOff.partnerFirst' })}</p>
      ) : null}
      {check.failure ? (
        <ErrorState
          what={intl.formatMessage({ id: 'handOff.checkFailed' })}
          error={check.failure}
          onRetry={() => check.send({ track, step: id })}
        />
      ) : null}
      <UserErrorsNotice errors={check.errors} />
      {isAttesting && mayAttest ? (
        <AttestForm step={step} state={state} onCancel={() => setAttesting(false)} />
      ) : null}
    </>
  );
}
