/** What one press does, act by act: what is done, what failed and why, and where it is mended. */
import { Button, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';
import type { Indicator } from '../../status/indicators.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { EnglishText } from '../../ui/EnglishText.tsx';
import { formatRequestError } from '../../ui/formatRequestError.ts';
import { organizationHref, runHref } from '../../ui/runAddress.ts';
import { Section, focusSection } from '../../ui/Section.tsx';
import type { ActId, ActState } from './ActSequence.ts';
import type { NewOrganization } from './useNewOrganization.ts';

const list = style({ listStyleType: 'none', margin: 0, padding: 0 });
const item = style({ display: 'flex', flexDirection: 'column', rowGap: 4, paddingY: 8 });
const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 4,
});
const name = style({ font: 'ui' });
const reason = style({ font: 'body-sm', margin: 0, overflowWrap: 'anywhere' });
const actions = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 12,
  font: 'ui',
});

const ORDER = [
  ...['organization', 'adobe', 'azure', 'run'],
  ...['keyAep', 'keyCja', 'entitlementAep', 'entitlementCja'],
] as ActId[];
/** The part of the form with the fields of an act. */
const PARTS: Partial<Record<ActId, string>> = {
  ...{ adobe: 'part-adobe', azure: 'part-azure', keyAep: 'part-keys', keyCja: 'part-keys' },
  ...{ entitlementAep: 'part-entitlement', entitlementCja: 'part-entitlement' },
};

const INDICATORS = {
  waiting: { shape: 'hourglass', tone: 'neutral' },
  held: { shape: 'dash', tone: 'neutral' },
  working: { shape: 'spinner', tone: 'accent' },
  checking: { shape: 'spinner', tone: 'accent' },
  done: { shape: 'check', tone: 'positive' },
  later: { shape: 'question', tone: 'neutral' },
  refused: { shape: 'cross', tone: 'negative' },
  rejected: { shape: 'cross', tone: 'negative' },
  unknown: { shape: 'question', tone: 'notice' },
} as const satisfies Record<string, Indicator>;
type Shown = keyof typeof INDICATORS;
const FAILED: readonly Shown[] = ['held', 'refused', 'rejected', 'unknown'];

const PROGRESS = 'progress';

/** What is shown of the acts. */
export type Acting = Pick<
  NewOrganization,
  'states' | 'checks' | 'stored' | 'isRunning' | 'isLate' | 'organizationId' | 'runId'
>;

/** With an organization alone, its button says all. */
export function ActProgress({ adding }: { adding: Acting }) {
  const intl = useIntl();
  const { states, isRunning, isLate, organizationId, runId } = adding;
  const shown = ORDER.flatMap((id) => {
    const state = states[id];
    return state ? [{ id, state, status: shownStatus(adding, id, state) }] : [];
  });
  const isIncomplete = !isRunning && shown.some(({ status }) => FAILED.includes(status));
  const isShown = shown.length > 1 && organizationId !== null;
  useEffect(() => {
    if (isShown && (isIncomplete || isLate)) focusSection(PROGRESS);
  }, [isShown, isIncomplete, isLate]);
  if (shown.length < 2) return null;
  return (
    <Section
      anchor={PROGRESS}
      title={intl.formatMessage({ id: 'newOrganization.progress' })}
      text={
        isLate
          ? intl.formatMessage({ id: 'newOrganization.late' })
          : isIncomplete && organizationId
            ? intl.formatMessage({ id: 'newOrganization.incomplete' })
            : undefined
      }
    >
      <ol className={list} aria-busy={isRunning}>
        {shown.map(({ id, state, status }) => (
          <li key={id} className={item}>
            <div className={line}>
              <span className={name}>
                {intl.formatMessage({ id: `newOrganization.act.${id}` })}
              </span>
              <IndicatorText indicator={INDICATORS[status]}>
                {intl.formatMessage({ id: `newOrganization.status.${status}` })}
              </IndicatorText>
            </div>
            {/* The organization's own is above the form and at its fields. */}
            {FAILED.includes(status) && id !== 'organization' ? (
              <Failure adding={adding} {...{ id, state, status }} />
            ) : null}
          </li>
        ))}
      </ol>
      {runId ? (
        <div className={actions}>
          <Link href={runHref(runId)}>{intl.formatMessage({ id: 'newOrganization.openRun' })}</Link>
        </div>
      ) : null}
    </Section>
  );
}

function shownStatus({ isRunning, checks }: Acting, id: ActId, state: ActState): Shown {
  if (state.status === 'waiting') return isRunning ? 'waiting' : 'held';
  const check = id === 'adobe' || id === 'azure' ? checks[id] : null;
  if (check === null || check === 'accepted') return state.status;
  return check;
}

interface FailureProps {
  adding: Acting;
  id: ActId;
  state: ActState;
  status: Shown;
}

function Failure({ adding, id, state, status }: FailureProps) {
  const intl = useIntl();
  const part = PARTS[id];
  const href = hrefOf(adding, id);
  return (
    <>
      {reasonsOf(adding, { id, state, status }, intl).map((one) => (
        <p key={one} className={reason}>
          {one}
        </p>
      ))}
      {status === 'rejected' ? <Reported adding={adding} id={id} /> : null}
      {status === 'held' ? null : (
        <div className={actions}>
          {part && status !== 'unknown' ? (
            <Button size="S" variant="secondary" onPress={() => focusSection(part)}>
              {intl.formatMessage({ id: 'newOrganization.correct' })}
            </Button>
          ) : null}
          {href ? (
            <Link href={href}>
              {intl.formatMessage({
                id: href.startsWith('/runs/')
                  ? 'newOrganization.openRun'
                  : 'newOrganization.openOrganization',
              })}
            </Link>
          ) : null}
        </div>
      )}
    </>
  );
}

/** Where it can be done later. */
function hrefOf({ organizationId, runId }: Acting, id: ActId): string | null {
  if (id === 'organization' || !organizationId) return null;
  const isOfRun = !['adobe', 'azure', 'run'].includes(id);
  return isOfRun && runId ? runHref(runId) : organizationHref(organizationId);
}

const connectionOf = ({ stored }: Acting, id: ActId): ConnectionFieldsFragment | null =>
  id === 'adobe' || id === 'azure' ? stored[id] : null;

function reasonsOf(
  adding: Acting,
  { id, state, status }: Omit<FailureProps, 'adding'>,
  intl: IntlShape,
): string[] {
  if (status === 'refused') return state.errors.map(({ message }) => message);
  if (status === 'held')
    return [
      intl.formatMessage({
        id: adding.organizationId
          ? 'newOrganization.needs.run'
          : 'newOrganization.needs.organization',
      }),
    ];
  if (status === 'unknown') {
    const why = formatRequestError(state.failure, intl) ?? (state.failure as Error).message;
    return [why, intl.formatMessage({ id: 'newOrganization.sentAgain' })];
  }
  const connection = connectionOf(adding, id);
  const known = connection?.replacement ?? connection;
  return [known?.cause, known?.remedy].filter((one) => typeof one === 'string');
}

/** The cloud's own message. */
function Reported({ adding, id }: { adding: Acting; id: ActId }) {
  const connection = connectionOf(adding, id);
  const message = (connection?.replacement ?? connection)?.message;
  return message ? (
    <p className={reason}>
      <EnglishText text={message} />
    </p>
  ) : null;
}
