/** What is blocked, after the tasks: a fold that leads to each step, which says why. */
import { LinkButton } from '@react-spectrum/s2';
import { memo, useState } from 'react';
import { useIntl } from 'react-intl';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { stepHref } from '../../ui/runAddress.ts';
import { BlockedBulk } from './BlockedBulk.tsx';
import type { BlockedStep } from './blockedSteps.ts';
import { Fold, MORE_TASKS } from './Fold.tsx';
import { taskButton, taskDetail, taskName, taskRow, taskText } from './taskRow.ts';

/** As many as of a group of tasks. */
const SHOWN_AT_FIRST = 3;

/** @param blocked the longest first */
export const BlockedFold = memo(function BlockedFold({
  blocked,
}: {
  blocked: readonly BlockedStep[];
}) {
  const intl = useIntl();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  if (blocked.length === 0) return null;
  return (
    <Fold
      title={intl.formatMessage({ id: 'tasks.blocked' })}
      count={intl.formatNumber(blocked.length)}
      problem={intl.formatMessage({ id: 'tasks.blockedNote' })}
      isOpenAtFirst
      act={<BlockedBulk blocked={blocked} />}
      rest={blocked.length - limit}
      onMore={() => setLimit(limit + MORE_TASKS)}
    >
      {blocked.slice(0, limit).map((one) => (
        <BlockedItem key={`${one.runId} ${one.track} ${one.step}`} blocked={one} />
      ))}
    </Fold>
  );
});

function BlockedItem({ blocked }: { blocked: BlockedStep }) {
  const intl = useIntl();
  const { runId, organization, track, step, since } = blocked;
  const name = intl.formatMessage({ id: `step.${step}` });
  const open = intl.formatMessage({ id: 'tasks.openStep' }, { step: name });
  return (
    <li className={taskRow}>
      <span className={taskText}>
        <bdi className={taskName}>{organization}</bdi>
        <span className={taskDetail}>
          {intl.formatMessage({ id: `track.${track}.short` })} · {name} ·{' '}
          <RelativeTime at={since} waiting focusable={false} />
        </span>
      </span>
      <LinkButton
        size="S"
        variant="secondary"
        href={stepHref(runId, track, step)}
        styles={taskButton}
        aria-label={intl.formatMessage(
          { id: 'portfolio.actionFor' },
          { action: open, name: organization },
        )}
      >
        {open}
      </LinkButton>
    </li>
  );
}
