/** One step: why it is needed, what to do, what the checks found, and how to finish it. */
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { CheckDetails } from '../features/run/steps/CheckDetails.tsx';
import { InstructionsText } from '../features/run/steps/InstructionsText.tsx';
import { findRepeats, needsAttention, orderChecks } from '../features/run/steps/stepOrder.ts';
import { StatusIcon } from '../status/StatusIcon.tsx';
import type { HandedOffStepView, HandedOffView } from './handOffDocuments.ts';
import { InstructionLines } from './InstructionLines.tsx';
import { StepActions } from './StepActions.tsx';
import type { HandedOffState } from './useHandedOff.ts';
import './handOffStep.css';
import { ServerText } from '../ui/ServerText.tsx';

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

interface HandOffStepProps {
  step: HandedOffStepView;
  /** Who sent the link, and whom it is for. */
  people: People;
  state: HandedOffState;
}

type People = Pick<HandedOffView, 'partner' | 'actor'>;

export function HandOffStep({ step, people, state }: HandOffStepProps) {
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
      <p className={text}>
        <ServerText text={step.sentence} />
      </p>
      {why ? <p className={quiet}>{intl.formatMessage({ id: why })}</p> : null}
      <Checks step={step} people={people} />
      {step.instructions ? (
        <InstructionsText title={step.title} instructions={step.instructions} isOpen>
          <InstructionLines {...step.instructions} checks={step.checks} />
        </InstructionsText>
      ) : null}
      <StepActions step={step} partner={people.partner} state={state} />
    </article>
  );
}

/** Why the customer is asked for it. */
const WHY = {
  VAULT: 'handOff.why.VAULT',
  NETWORK: 'handOff.why.NETWORK',
  KEY: 'handOff.why.KEY',
  POLICY: 'handOff.why.POLICY',
  CONSENT: 'handOff.why.CONSENT',
  ROLE: 'handOff.why.ROLE',
} as const;

/** What has to change first; what is right already is one line that opens. */
function Checks({
  step: { checks, instructions },
  people,
}: {
  step: HandedOffStepView;
  people: People;
}) {
  const intl = useIntl();
  const lines = instructions?.lines ?? [];
  const ordered = orderChecks(checks);
  const [open, passed] = [
    ordered.filter((check) => needsAttention(check)).map((check) => withoutRemedy(check, lines)),
    ordered.filter((check) => !needsAttention(check)),
  ];
  return (
    <>
      <CheckList checks={open} people={people} label={intl.formatMessage({ id: 'run.checks' })} />
      {passed.length > 0 ? (
        <details>
          <summary className={summary}>
            {intl.formatMessage({ id: 'handOff.passed' }, { count: passed.length })}
          </summary>
          <CheckList
            checks={passed}
            people={people}
            label={intl.formatMessage({ id: 'handOff.passed' }, { count: passed.length })}
          />
        </details>
      ) : null}
    </>
  );
}

type Check = HandedOffStepView['checks'][number];
type Lines = NonNullable<HandedOffStepView['instructions']>['lines'];

/** The instructions say how to fix it, with scripts to copy: no second time as prose. */
const withoutRemedy = (check: Check, lines: Lines): Check =>
  lines.some(({ checks }) => checks.includes(check.id)) ? { ...check, remedy: null } : check;

interface CheckListProps {
  checks: HandedOffStepView['checks'];
  people: People;
  label: string;
}

function CheckList({ checks, people: { partner, actor: own }, label }: CheckListProps) {
  const intl = useIntl();
  const repeats = findRepeats(checks);
  if (checks.length === 0) return null;
  return (
    <ul className="kw-checks" aria-label={label}>
      {checks.map((check) => (
        <CheckDetails
          key={check.id}
          check={check}
          isRepeat={repeats.has(check)}
          demanded={
            needsAttention(check) && check.observed && !repeats.has(check)
              ? intl.formatMessage({ id: 'handOff.demanded' }, { what: check.title })
              : undefined
          }
          who={
            check.actor === own
              ? intl.formatMessage({ id: 'handOff.you' })
              : intl.formatMessage({ id: 'handOff.who' }, { actor: check.actor, partner })
          }
        />
      ))}
    </ul>
  );
}
