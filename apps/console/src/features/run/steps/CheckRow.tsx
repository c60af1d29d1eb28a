/** One check of a run, with the action that accepts it and links to its rules. */
import { useIntl } from 'react-intl';
import { Button } from '@react-spectrum/s2';
import type { TrackId } from '../../../generated/enums.ts';
import { RuleLinks } from '../../../ui/RuleLinks.tsx';
import { useRunActions } from '../actions/RunActions.tsx';
import { isNeverAccepted, mayAccept } from '../actions/mayAccept.ts';
import type { CheckView } from '../data/runFields.ts';
import { CheckDetails } from './CheckDetails.tsx';

interface CheckRowProps {
  check: CheckView;
  track: TrackId;
  /** Not checked for the same reason as a check above it. */
  isRepeat: boolean;
  /** Who must act. */
  who: string | undefined;
}

export function CheckRow({ check, track, isRepeat, who }: CheckRowProps) {
  const intl = useIntl();
  const { run, open } = useRunActions();
  return (
    <CheckDetails check={check} isRepeat={isRepeat} who={who}>
      {mayAccept(run, track, check) ? (
        <Button
          variant="secondary"
          size="S"
          onPress={() => open({ kind: 'override', track, check: check.id })}
        >
          {intl.formatMessage({
            id: check.verdict === 'BLOCK' ? 'run.check.override' : 'action.overrideCheck',
          })}
        </Button>
      ) : null}
      {isNeverAccepted(check) ? (
        <span>{intl.formatMessage({ id: 'run.check.neverAccepted' })}</span>
      ) : null}
      <RuleLinks rules={check.rules} />
    </CheckDetails>
  );
}
