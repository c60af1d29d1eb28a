/** What a completed run begins with: how long it took, who did what, its keys, and what is next. */
import { Button, Link } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { CompletedTexts } from './CompletedTexts.ts';
import { IndicatorIcon } from '../../../status/IndicatorIcon.tsx';
import { CopyText } from '../../../ui/CopyText.tsx';
import { Facts, type FactId } from '../../../ui/Facts.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { packAddress } from '../../evidence/evidenceAddress.ts';
import { EvidenceOutcome } from '../../evidence/EvidenceOutcome.tsx';
import { useEvidenceDownload } from '../../evidence/useEvidenceDownload.ts';
import { LostKey, RunHealth, useRunHealth } from '../../health/RunHealth.tsx';
import type { RunView, TrackView } from '../data/runFields.ts';
import { splitKey } from '../decision/summarizeEvidence.ts';
import { formatSpan } from './formatSpan.ts';
import { measureWaits } from './measureWaits.ts';
import { Waits } from './Waits.tsx';
import './completed.css';

type Row = Parameters<typeof Facts>[0]['rows'][number];

export const RunCompleted = ({ run }: { run: RunView }) => (
  <CompletedTexts>
    <Completed run={run} />
  </CompletedTexts>
);

function Completed({ run }: { run: RunView }) {
  const intl = useIntl();
  const organizationId = run.organization.id;
  const health = useRunHealth(organizationId);
  const waits = measureWaits(run);
  const tracks = run.tracks.filter(({ steps }) => steps.length > 0);
  const from = intl.formatDate(run.startedAt, { dateStyle: 'long' });
  const until = intl.formatDate(run.completedAt ?? run.updatedAt, { dateStyle: 'long' });
  return (
    <section className="kw-completed" aria-labelledby="completed">
      <LostKey organizationId={organizationId} health={health} />
      <h2 id="completed" className="kw-completed-title">
        <IndicatorIcon shape="check" tone="positive" size={24} />
        {intl.formatMessage({ id: 'run.completed.title' })}
      </h2>
      <p className="kw-completed-lead">
        {intl.formatMessage(
          { id: from === until ? 'run.completed.tookOneDay' : 'run.completed.took' },
          { span: <strong key="s">{formatSpan(waits.total, intl)}</strong>, from, until },
        )}
      </p>
      <Waits waits={waits} />
      <div className="kw-completed-columns">
        {tracks.map((track) => (
          <Part key={track.id} title={intl.formatMessage({ id: `track.${track.id}` })}>
            <TrackFacts track={track} />
          </Part>
        ))}
        <Part title={intl.formatMessage({ id: 'run.completed.next' })}>
          <RunHealth organizationId={organizationId} health={health} />
          <p className="kw-completed-text">
            {run.owner
              ? intl.formatMessage({ id: 'run.completed.alertsOwner' }, { name: run.owner.name })
              : intl.formatMessage({ id: 'run.completed.alertsNobody' })}{' '}
            <Link href="/health">{intl.formatMessage({ id: 'run.completed.toHealth' })}</Link>
          </p>
          <Evidence organizationId={organizationId} />
        </Part>
      </div>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="kw-completed-part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function TrackFacts({ track }: { track: TrackView }) {
  const intl = useIntl();
  return <Facts rows={[...keyRows(track, intl), ...peopleRows(track, intl)]} />;
}

/** The key that Adobe uses, as it was approved. */
function keyRows(track: TrackView, intl: IntlShape): Row[] {
  const { approval, key, steps } = track;
  const identifier = approval?.keyIdentifier ?? key?.resolvedIdentifier ?? key?.identifier;
  const { vault, version, key: name } = splitKey(identifier ?? '');
  const rotation = steps
    .flatMap(({ checks }) => checks)
    .find(({ id }) => id === 'keyIsNotExpiring' || id === 'kmsKeyRotates');
  const copied = (id: FactId, text: string | null | undefined, max = 34): Row[] =>
    text
      ? [[id, <CopyText key={id} text={text} label={intl.formatMessage({ id })} max={max} />]]
      : [];
  return [
    // Every vault ends like others: nothing of it is left out.
    ...copied('run.completed.vault', vault, Infinity),
    ...copied('run.completed.key', name),
    ...copied('run.completed.version', version),
    ...copied('run.completed.tenant', approval?.tenantId, Infinity),
    ...copied('run.completed.name', track.submission?.name ?? approval?.configurationName),
    ...(rotation?.observed ? ([['run.completed.rotation', rotation.observed]] as const) : []),
  ];
}

/** Who asked, who approved, and what was not read but attested. */
function peopleRows(
  { approval, steps, submission, ticket, confirmation }: TrackView,
  intl: IntlShape,
): Row[] {
  const by = (id: FactId, name: string | null | undefined, at: string | null | undefined): Row[] =>
    name && at ? [[id, <Who key={id} name={name} at={at} />]] : [];
  const attested = steps.flatMap(({ title, attestation }) =>
    attestation
      ? [intl.formatMessage({ id: 'run.completed.attestedStep' }, { title, name: attestation.by })]
      : [],
  );
  return [
    ...by('run.completed.requestedBy', approval?.requestedBy, approval?.requestedAt),
    ...by('run.completed.approvedBy', approval?.decidedBy, approval?.decidedAt),
    ...by('run.completed.submittedBy', submission?.requestedBy, submission?.sentAt),
    ...by('run.completed.caseBy', ticket?.recordedBy, ticket?.recordedAt),
    ...by('run.completed.confirmedBy', confirmation?.confirmedBy, confirmation?.confirmedAt),
    ...(attested.length > 0
      ? ([['run.completed.attested', intl.formatList(attested, { type: 'unit' })]] as const)
      : []),
  ];
}

const Who = ({ name, at }: { name: string; at: string }) => (
  <>
    {name}, <RelativeTime at={at} focusable={false} />
  </>
);

function Evidence({ organizationId }: { organizationId: string }) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const download = useEvidenceDownload();
  return (
    <div className="kw-completed-buttons" data-print="hidden">
      <Button
        variant="secondary"
        isPending={download.state === 'asking'}
        onPress={() => void download.start(packAddress(organizationId, {}, locale))}
      >
        {intl.formatMessage({ id: 'evidence.download' })}
      </Button>
      <Button variant="secondary" fillStyle="outline" onPress={() => print()}>
        {intl.formatMessage({ id: 'run.completed.print' })}
      </Button>
      <EvidenceOutcome download={download} />
    </div>
  );
}
