/**
 * Requests an approval. Lists what must be done first, each with a link; warnings can be accepted
 * here.
 */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Button, Checkbox } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { NoApprover, TrackId } from '../../generated/enums.ts';
import { NoApproverPart } from '../../features/approvers/noApproverPart.tsx';
import { OfflineNote } from '../../ui/OfflineNote.tsx';
import { VerdictIcon } from '../../status/StatusIcon.tsx';
import { RunMutationNotice } from '../../features/run/actions/RunMutationNotice.tsx';
import { useRunActions } from '../../features/run/actions/RunActions.tsx';
import { findOfferedAction } from '../../features/run/actions/findOfferedAction.ts';
import { isNeverAccepted, mayAccept } from '../../features/run/actions/mayAccept.ts';
import { REQUEST_APPROVAL } from './approvalMutations.ts';
import type { CheckView, RunView, TrackView } from '../../features/run/data/runFields.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { NameCheck } from '../../features/run/data/useOutgoing.ts';
import { formatApprovalPolicy } from '../../features/run/decision/formatApprovalPolicy.ts';
import { StepLinks } from '../../features/run/decision/StepLinks.tsx';
import { ConfigurationNameField } from '../../features/run/decision/ConfigurationNameField.tsx';
import { findApprovalBlockers } from './findApprovalBlockers.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16, alignItems: 'start' });
const item = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  rowGap: 4,
  font: 'body-sm',
});
const text = style({ font: 'body-sm', margin: 0 });
const grow = style({ minWidth: 0, flexGrow: 1, flexBasis: 240 });

/** The configuration name that is being chosen, with its check. */
export interface ChosenName {
  name: string;
  onChange: (name: string) => void;
  check: NameCheck | undefined;
  /** Whether the check is of this name, and not of one that was typed before it. */
  isChecked: boolean;
}

interface RequestApprovalFormProps {
  run: RunView;
  track: TrackView;
  /** Null on the CJA track, which has no configuration name. */
  chosen: ChosenName | null;
  /** Why nobody could approve it, said before it can be requested; it can be all the same. */
  noApprover: NoApprover | null;
  /** @param isForBoth the other track's approval is to be requested too */
  onDone: (isForBoth: boolean) => void;
}

export function RequestApprovalForm({
  run,
  track,
  chosen,
  noApprover,
  onDone,
}: RequestApprovalFormProps) {
  const intl = useIntl();
  const both = useBothRequests(run, track.id);
  const mutation = useKeywayMutation(REQUEST_APPROVAL, { onDone: () => onDone(both.isWanted) });
  const { warnings, steps } = findApprovalBlockers(track);
  const isReady = warnings.length === 0 && steps.length === 0;
  const may = findOfferedAction(run, 'requestApproval', track.id) !== null;
  const [acceptedName, setAcceptedName] = useState<string | null>(null);
  const isTrap = chosen?.check?.verdict === 'WARN' && !chosen.check.neverAccepted;
  const isAccepted = !isTrap || acceptedName === chosen.name;
  const isNameForbidden = chosen?.check?.neverAccepted ?? false;
  function request() {
    const input = { runId: run.id, track: track.id };
    mutation.send(chosen ? { ...input, configurationName: chosen.name } : input);
  }
  return (
    <div className={stack}>
      {isReady ? null : (
        <>
          <p className={text}>{intl.formatMessage({ id: 'run.approval.blockers' })}</p>
          <StepLinks runId={run.id} steps={steps}>
            {warnings.map((check) => (
              <WarningItem key={check.id} check={check} run={run} track={track} />
            ))}
          </StepLinks>
        </>
      )}
      {may ? <p className={text}>{formatApprovalPolicy(run, intl)}</p> : null}
      <NoApproverPart
        reason={noApprover}
        organization={run.organization}
        about={may ? 'request' : 'organization'}
      />
      {may && chosen ? <ConfigurationNameField {...chosen} errors={mutation.errors} /> : null}
      {may && isNameForbidden ? (
        <p className={text}>{intl.formatMessage({ id: 'run.check.neverAccepted' })}</p>
      ) : null}
      {may && isTrap ? (
        <Checkbox
          isSelected={isAccepted}
          onChange={(isOn) => setAcceptedName(isOn ? chosen.name : null)}
        >
          {intl.formatMessage({ id: 'run.approval.nameAnyway' }, { name: chosen.name })}
        </Checkbox>
      ) : null}
      {may && both.isOffered ? (
        <Checkbox isSelected={both.isWanted} onChange={both.setWanted}>
          {intl.formatMessage({ id: 'run.approval.alsoCja' })}
        </Checkbox>
      ) : null}
      {may ? (
        <span data-print="hidden">
          <Button
            variant="accent"
            isPending={mutation.isPending}
            isDisabled={
              warnings.length > 0 ||
              chosen?.name === '' ||
              chosen?.isChecked === false ||
              !isAccepted ||
              chosen?.check?.verdict === 'BLOCK' ||
              isNameForbidden
            }
            onPress={request}
          >
            {intl.formatMessage({ id: 'action.requestApproval' })}
          </Button>
        </span>
      ) : isReady ? (
        <p className={text}>{intl.formatMessage({ id: 'run.approval.mayNotRequest' })}</p>
      ) : null}
      <OfflineNote />
      <RunMutationNotice
        mutation={mutation}
        run={run}
        track={track.id}
        fields={['configurationName']}
      />
    </div>
  );
}

/**
 * Whether one press is for both. The other way round, Experience Platform needs a name, which is
 * chosen on its own page (AEP-40).
 */
function useBothRequests(run: RunView, track: TrackId) {
  const [chosen, setWanted] = useState<boolean | null>(null);
  const cja = run.tracks.find(({ id }) => id === 'CJA');
  const isOffered =
    track === 'AEP' &&
    cja !== undefined &&
    findOfferedAction(run, 'requestApproval', 'CJA') !== null &&
    findApprovalBlockers(cja).warnings.length === 0;
  // A warning that was accepted, or an approval that is over, needs somebody's own decision.
  const isUsual = isOffered && !cja.approval && !hasAcceptedWarning(cja);
  return { isOffered, isWanted: isOffered && (chosen ?? isUsual), setWanted };
}

const hasAcceptedWarning = ({ steps }: TrackView): boolean =>
  steps.some(({ checks }) => checks.some(({ override }) => override !== null));

function WarningItem({ check, run, track }: { check: CheckView; run: RunView; track: TrackView }) {
  const intl = useIntl();
  const { open } = useRunActions();
  const may = mayAccept(run, track.id, check);
  return (
    <li className={item}>
      <VerdictIcon verdict={check.verdict} />
      <span className={grow}>
        <strong>{check.title}</strong>: {check.observed}. {check.cause}
      </span>
      {may ? (
        <Button
          size="S"
          variant="secondary"
          onPress={() => open({ kind: 'override', track: track.id, check: check.id })}
        >
          {intl.formatMessage({ id: 'action.overrideCheck' })}
        </Button>
      ) : null}
      {isNeverAccepted(check) ? (
        <span>{intl.formatMessage({ id: 'run.check.neverAccepted' })}</span>
      ) : null}
    </li>
  );
}
