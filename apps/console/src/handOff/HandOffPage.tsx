/** What the customer's admin has to do, in every state of the link. */
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { IndicatorIcon } from '../status/IndicatorIcon.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageSkeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { ClosedLink } from './ClosedLink.tsx';
import { HandOffFrame } from './HandOffFrame.tsx';
import { HandOffStep } from './HandOffStep.tsx';
import type { HandedOffView } from './handOffDocuments.ts';
import { useHandedOff } from './useHandedOff.ts';
import type { HandedOffState } from './useHandedOff.ts';
import { ServerText } from '../ui/ServerText.tsx';

const head = style({ display: 'flex', flexDirection: 'column', rowGap: 8, marginBottom: 24 });
const heading = style({ font: 'heading', margin: 0 });
const text = style({ font: 'body', margin: 0 });
const quiet = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const note = style({
  font: 'body',
  margin: 0,
  padding: 12,
  borderRadius: 'lg',
  backgroundColor: 'informative-subtle',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});
const list = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });
const notice = style({ marginBottom: 16 });
const section = style({ font: 'title-sm', marginTop: 32, marginBottom: 8 });
const doneList = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
});
const doneStep = style({ display: 'flex', columnGap: 8, font: 'body-sm', alignItems: 'start' });

export function HandOffPage() {
  const intl = useIntl();
  const state = useHandedOff();
  const { handedOff, closed } = state;
  usePageTitle(handedOff?.organization, intl.formatMessage({ id: 'handOff.title' }));
  return (
    <HandOffFrame>
      <Problem state={state} />
      {handedOff ? <Open handedOff={handedOff} state={state} /> : null}
      {handedOff === null ? <ClosedLink closed={closed} /> : null}
      {handedOff === undefined && !state.error ? <PageSkeleton cards={1} /> : null}
    </HandOffFrame>
  );
}

/** Why the last request failed; what is below it may be out of date. */
function Problem({ state: { error, reload } }: { state: HandedOffState }) {
  const intl = useIntl();
  if (!error) return null;
  const what = navigator.onLine ? 'handOff.failed' : 'handOff.offline';
  return (
    <div className={notice}>
      <ErrorState what={intl.formatMessage({ id: what })} error={error} onRetry={reload} />
    </div>
  );
}

function Open({ handedOff, state }: { handedOff: HandedOffView; state: HandedOffState }) {
  const intl = useIntl();
  const { partner, organization, actor, steps, done, later, expiresAt } = handedOff;
  useAnnouncedProgress(handedOff);
  const until = intl.formatDate(expiresAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <>
      <div className={head}>
        <h1 className={heading}>
          {intl.formatMessage({ id: 'handOff.heading' }, { organization })}
        </h1>
        <p className={text}>
          {intl.formatMessage({ id: 'handOff.intro' }, { partner, organization, actor })}
        </p>
        {handedOff.note ? <Note from={partner}>{handedOff.note}</Note> : null}
        <p className={quiet}>{intl.formatMessage({ id: 'handOff.contact' }, { partner })}</p>
        <p className={quiet}>{intl.formatMessage({ id: 'handOff.until' }, { until })}</p>
      </div>
      {steps.length === 0 ? <Nothing handedOff={handedOff} /> : null}
      <div className={list}>
        {steps.map((step) => (
          <HandOffStep
            key={`${step.track}/${step.id}`}
            step={step}
            people={{ partner, actor }}
            state={state}
          />
        ))}
      </div>
      {later.length > 0 ? <Later steps={later} /> : null}
      {done.length > 0 ? <Done steps={done} /> : null}
    </>
  );
}

function Note({ from, children }: { from: string; children: ReactNode }) {
  const intl = useIntl();
  return (
    <div>
      <p className={quiet}>{intl.formatMessage({ id: 'handOff.note' }, { from })}</p>
      <p className={note}>{children}</p>
    </div>
  );
}

/** All is done, or what is left opens later. */
function Nothing({ handedOff: { partner, done, later } }: { handedOff: HandedOffView }) {
  const intl = useIntl();
  const isDone = done.length > 0 && later.length === 0;
  return (
    <EmptyState title={intl.formatMessage({ id: isDone ? 'handOff.thanks' : 'handOff.later' })}>
      {intl.formatMessage(
        { id: isDone ? 'handOff.thanksText' : 'handOff.laterText' },
        { partner, done: done.length },
      )}
    </EmptyState>
  );
}

const LATER = 'later-steps';

function Later({ steps }: { steps: HandedOffView['later'] }) {
  const intl = useIntl();
  return (
    <section aria-labelledby={LATER}>
      <h2 id={LATER} className={section}>
        {intl.formatMessage({ id: 'handOff.laterSteps' })}
      </h2>
      <ul className={doneList}>
        {steps.map(({ track, id, title }) => (
          <li key={`${track}/${id}`} className={doneStep}>
            <IndicatorIcon shape="lock" tone="faint" />
            <span>
              <strong>{title}</strong> ({intl.formatMessage({ id: `track.${track}` })})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Done({ steps }: { steps: HandedOffView['done'] }) {
  const intl = useIntl();
  return (
    <section>
      <h2 className={section}>{intl.formatMessage({ id: 'handOff.done' })}</h2>
      <ul className={doneList}>
        {steps.map(({ track, id, title, sentence }) => (
          <li key={`${track}/${id}`} className={doneStep}>
            <IndicatorIcon shape="check" tone="positive" />
            <span>
              <strong>{title}</strong> ({intl.formatMessage({ id: `track.${track}` })}):{' '}
              <ServerText text={sentence} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Announces a step that was just done: its card is gone then. */
function useAnnouncedProgress({ done }: HandedOffView): void {
  const intl = useIntl();
  const announce = useAnnounce();
  const before = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    const known = before.current;
    before.current = new Set(done.map(({ track, id }) => `${track}/${id}`));
    const added = known && done.filter(({ track, id }) => !known.has(`${track}/${id}`));
    for (const { title } of added ?? [])
      announce(intl.formatMessage({ id: 'handOff.stepDone' }, { step: title }));
  }, [announce, done, intl]);
}
