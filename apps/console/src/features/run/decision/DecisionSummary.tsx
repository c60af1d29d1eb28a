/**
 * What is decided on, at a glance: the results, who accepted what and why, and what the approval is
 * bound to.
 */
import { useIntl } from 'react-intl';
import { IndicatorIcon } from '../../../status/IndicatorIcon.tsx';
import { toStepIndicator, toVerdictIndicator } from '../../../status/indicators.ts';
import { CopyButton } from '../../../ui/CopyText.tsx';
import { Facts, type FactId } from '../../../ui/Facts.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import type { TrackView } from '../data/runFields.ts';
import { splitKey, summarizeEvidence, type EvidenceSummary } from './summarizeEvidence.ts';

interface DecisionSummaryProps {
  track: TrackView;
  /** The approval that stands; null where none does, so that nothing is fixed. */
  requested: TrackView['approval'];
  /** Of the configuration; null: none, or not fixed. */
  name: string | null;
  /** Where it would be sent; null where nothing is sent. */
  host: string | null;
}

type Row = Parameters<typeof Facts>[0]['rows'][number];
/** Of a text that can be copied; none where it is missing. */
type ToRows = (id: FactId, text: string | null | undefined, max?: number) => Row[];

/** The beginning of a text, by which people compare it. */
function Short({ text, label, max }: { text: string; label: string; max: number }) {
  return (
    <span className="kw-glance-short" title={text}>
      <code>{text.length > max ? `${text.slice(0, max)}…` : text}</code>{' '}
      <CopyButton text={text} label={label} />
    </span>
  );
}

export function DecisionSummary({ track, requested, name, host }: DecisionSummaryProps) {
  const intl = useIntl();
  const summary = summarizeEvidence(track);
  const copied: ToRows = (id, text, max = 32) =>
    text ? [[id, <Short key={id} text={text} label={intl.formatMessage({ id })} max={max} />]] : [];
  const { tenantId, evidenceHash } = requested ?? {};
  return (
    <section className="kw-glance" aria-label={intl.formatMessage({ id: 'run.summary' })}>
      <Counts summary={summary} />
      {isAttestedAlone(summary) ? (
        <p className="kw-glance-notice">
          <IndicatorIcon {...toVerdictIndicator('WARN')} size={16} />
          <span>{intl.formatMessage({ id: 'run.summary.nothingVerified' })}</span>
        </p>
      ) : null}
      <Reasons summary={summary} />
      <Facts
        rows={[
          ...copied('run.submit.name', name),
          ...keyRows(track, requested, copied),
          ...copied('run.approval.tenant', tenantId, 18),
          ...(host ? ([['run.summary.host', host]] as const) : []),
          ...(summary.oldest
            ? ([
                ['run.summary.oldest', <RelativeTime key="o" at={summary.oldest} emphasized />],
              ] as const)
            : []),
          ...copied('run.approval.hash', evidenceHash, 12),
        ]}
      />
    </section>
  );
}

/** A row of green marks would say that all is well, of what nobody but people has seen. */
const isAttestedAlone = ({ passed, attested }: EvidenceSummary): boolean =>
  passed === 0 && attested > 0;

/** Vault and key apart: a person compares their names, and not the whole identifier. */
function keyRows(track: TrackView, requested: TrackView['approval'], copied: ToRows): Row[] {
  const identifier =
    requested?.keyIdentifier ?? track.key?.resolvedIdentifier ?? track.key?.identifier;
  if (!identifier) return [];
  const { key, version, vault } = splitKey(identifier);
  if (vault === null) return copied('run.approval.keyArn', key);
  return [
    ...copied('run.summary.vault', vault),
    ...copied('run.summary.key', key),
    ...copied('run.summary.version', version, 12),
  ];
}

function Counts({ summary }: { summary: EvidenceSummary }) {
  const intl = useIntl();
  const { passed, accepted, open, lastBlocked, attested } = summary;
  const counts = [
    [toVerdictIndicator('PASS'), 'passed', passed],
    [toStepIndicator('DONE', null, 'ATTESTED'), 'attested', attested],
    [toVerdictIndicator('WARN'), 'accepted', accepted.length],
    [toVerdictIndicator('UNKNOWN'), 'open', open.length],
    [toVerdictIndicator('BLOCK'), 'lastBlocked', lastBlocked.length],
  ] as const;
  return (
    <ul className="kw-glance-counts">
      {counts
        .filter(([, , count]) => count > 0)
        .map(([indicator, what, count]) => (
          <li key={what}>
            <IndicatorIcon {...indicator} size={16} />
            <span>{intl.formatMessage({ id: `run.summary.${what}` }, { count })}</span>
          </li>
        ))}
    </ul>
  );
}

function Reasons({ summary: { accepted, lastBlocked } }: { summary: EvidenceSummary }) {
  const intl = useIntl();
  if (accepted.length + lastBlocked.length === 0) return null;
  return (
    <ul className="kw-glance-reasons">
      {accepted.map(({ id, title, override }) => (
        <li key={id}>
          <strong>{title}</strong>{' '}
          {intl.formatMessage(
            { id: 'run.approval.acceptedBy' },
            { name: override.by, reason: override.reason },
          )}
        </li>
      ))}
      {lastBlocked.map(({ id, title }) => (
        <li key={`last-${id}`}>
          <strong>{title}</strong> {intl.formatMessage({ id: 'run.approval.notReadSince' })}
        </li>
      ))}
    </ul>
  );
}
