/** What differs from what was approved, field by field, and who accepted it. */
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useRoleFor } from '../../viewer/useRoleFor.ts';
import type { TrackId } from '../../../generated/enums.ts';
import { DialogContainer } from '../../../ui/DialogContainer.tsx';
import { AcceptDifferenceDialog } from './AcceptDifferenceDialog.tsx';
import { DifferenceFacts } from './DifferenceFacts.tsx';
import type { Difference } from './healthDocuments.ts';

const heading = style({ font: 'ui', fontWeight: 'bold', margin: 0 });
const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 16,
});
const item = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });

interface DifferencesProps {
  differences: readonly Difference[];
  track: TrackId;
  organizationId: string;
}

export function Differences({ differences, track, organizationId }: DifferencesProps) {
  const intl = useIntl();
  const mayAccept = useRoleFor(organizationId, 'OWNER', 'APPROVER');
  const [accepting, setAccepting] = useState<Difference | null>(null);
  if (differences.length === 0) return null;
  const isAnyOpen = differences.some(({ acceptedAt, acceptable }) => !acceptedAt && acceptable);
  return (
    <div className={item}>
      <h4 className={heading}>{intl.formatMessage({ id: 'keyHealth.differences' })}</h4>
      <ul className={list}>
        {differences.map((difference) => (
          <li key={difference.field} className={item}>
            <DifferenceFacts difference={difference} />
            {difference.acceptedAt || difference.acceptable ? null : (
              <p className={quiet}>{intl.formatMessage({ id: 'keyHealth.notAcceptable' })}</p>
            )}
            {!difference.acceptedAt && difference.acceptable && mayAccept ? (
              <span>
                <Button variant="secondary" size="S" onPress={() => setAccepting(difference)}>
                  {intl.formatMessage({ id: 'keyHealth.accept' })}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {isAnyOpen && mayAccept === false ? (
        <p className={quiet}>{intl.formatMessage({ id: 'keyHealth.acceptedByApprovers' })}</p>
      ) : null}
      <DialogContainer onDismiss={() => setAccepting(null)}>
        {accepting ? (
          <AcceptDifferenceDialog
            difference={accepting}
            track={track}
            organizationId={organizationId}
            onClose={() => setAccepting(null)}
          />
        ) : null}
      </DialogContainer>
    </div>
  );
}
