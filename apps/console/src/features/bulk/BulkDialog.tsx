/**
 * One action on the selected organizations: what it would do and for which it would be refused and
 * why, then a background job whose page opens.
 */
import { skipToken, useQuery } from '@apollo/client/react';
import { ProgressCircle, Radio, RadioGroup, TextArea } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import type { TrackId } from '../../generated/enums.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useSeenOrganizations } from '../viewer/ViewerQuery.ts';
import { BulkAssignFields } from './BulkAssignFields.tsx';
import { BulkHandOffFields } from './BulkHandOffFields.tsx';
import { BULK_PREVIEW, START_BULK } from './bulkDocuments.ts';
import {
  EMPTY_FORM,
  isChosen,
  isIncomplete,
  isOfStep,
  toInput,
  toPreview,
  type BulkForm,
  type FormAction,
} from './bulkInput.ts';
import { BulkPreview } from './BulkPreview.tsx';
import type { Preview } from './bulkReasons.ts';
import { BulkRefusals } from './BulkRefusals.tsx';
import { BulkStepFields } from './BulkStepFields.tsx';
import type { Selection } from './selection.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const ACTIONS: readonly FormAction[] = [
  ...(['START_RUNS', 'VERIFY', 'ASSIGN', 'REQUEST_APPROVAL'] as const),
  ...(['CREATE_HAND_OFFS', 'ATTEST_STEPS', 'RETRY_STEPS', 'CANCEL_RUNS'] as const),
];
const TRACKS: readonly TrackId[] = ['AEP', 'CJA'];

const result = style({ display: 'flex', flexDirection: 'column', rowGap: 8, font: 'body' });

interface BulkDialogProps {
  selection: Selection;
  /** What is chosen at first. */
  first?: Pick<BulkForm, 'action' | 'track'> & Partial<Pick<BulkForm, 'step' | 'handOffs'>>;
  /** What is done, where nothing else is offered. */
  only?: { action: FormAction; title: string; text: string };
  /** What is to be known of the selection. */
  note?: string;
  isOpen: boolean;
  onClose: () => void;
}

export function BulkDialog({ isOpen, ...form }: BulkDialogProps) {
  return (
    <DialogContainer onDismiss={form.onClose}>
      {isOpen ? <BulkActionForm {...form} /> : null}
    </DialogContainer>
  );
}

/** Exactly the organizations of the preview; null: it doesn't list all of them. */
const eligibleOnly = ({ affected, eligible }: Preview): Selection | null =>
  eligible.length === affected ? { organizationIds: eligible.map(({ id }) => id) } : null;

function BulkActionForm(props: Omit<BulkDialogProps, 'isOpen'>) {
  const { selection, first, only, note, onClose } = props;
  const intl = useIntl();
  const navigate = useNavigate();
  const { locale } = useAppLocale();
  const [form, setForm] = useState<BulkForm>({
    ...EMPTY_FORM,
    ...first,
    ...(only && { action: only.action }),
  });
  const change = (part: Partial<BulkForm>) => setForm({ ...form, ...part });
  const { action, track, reason } = form;
  const seen = useSeenOrganizations();
  // People of some organizations are offered only who operates one that they name.
  const someOrganization =
    'organizationIds' in selection ? selection.organizationIds[0] : seen?.[0]?.id;
  const preview = useQuery(
    BULK_PREVIEW,
    isChosen(form)
      ? { variables: { ...selection, ...toPreview(form), locale }, fetchPolicy: 'network-only' }
      : skipToken,
  );
  const start = useKeywayMutation(START_BULK, {
    evicts: ['bulkJobs'],
    onDone: ({ job }) => {
      onClose();
      if (job) void navigate({ to: '/bulk-jobs/$jobId', params: { jobId: job.id } });
    },
  });
  // The answer about what was chosen before stays while nothing is asked.
  const isAsked = isChosen(form) && !preview.loading;
  const shown = isAsked ? preview.data?.bulkPreview : undefined;
  const isCancel = action === 'CANCEL_RUNS';
  return (
    <FormDialog
      title={only?.title ?? intl.formatMessage({ id: 'bulk.title' })}
      text={[only?.text ?? intl.formatMessage({ id: 'bulk.text' }), note].filter(Boolean).join(' ')}
      confirm={
        isChosen(form)
          ? intl.formatMessage({ id: `bulk.start.${form.action}` }, { count: shown?.affected ?? 0 })
          : intl.formatMessage({ id: 'bulk.startChosen' })
      }
      dismiss={intl.formatMessage({ id: isCancel ? 'common.close' : 'common.cancel' })}
      variant={isCancel ? 'negative' : 'accent'}
      mutation={start}
      fields={[
        ...['reason', 'ownerId', 'actor', 'note', 'expiresAt'],
        ...['step', 'statement', 'reference'],
      ]}
      isDisabled={!shown || shown.affected === 0 || isIncomplete(form)}
      onSubmit={() => {
        if (!shown || !isChosen(form)) return;
        const chosen = only ? (eligibleOnly(shown) ?? selection) : selection;
        start.send({ ...chosen, ...toInput(form, Date.now()) });
      }}
      onClose={onClose}
      summary={shown && shown.blockedCount > 0 ? <BulkRefusals preview={shown} /> : null}
    >
      {only ? null : (
        <RadioGroup
          label={intl.formatMessage({ id: 'bulk.action' })}
          value={action}
          onChange={chooseFrom(ACTIONS, (next) => change({ action: next }))}
        >
          {ACTIONS.map((one) => (
            <Radio key={one} value={one}>
              {intl.formatMessage({ id: `bulk.action.${one}` })}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {action === 'REQUEST_APPROVAL' ? (
        <RadioGroup
          label={intl.formatMessage({ id: 'bulk.track' })}
          orientation="horizontal"
          value={track}
          onChange={chooseFrom(TRACKS, (next) => change({ track: next }))}
        >
          {TRACKS.map((one) => (
            <Radio key={one} value={one}>
              {one}
            </Radio>
          ))}
        </RadioGroup>
      ) : null}
      {isOfStep(action) ? <BulkStepFields form={form} onChange={change} mutation={start} /> : null}
      {action === 'ASSIGN' ? (
        <BulkAssignFields
          organizationId={someOrganization}
          value={form.assignment}
          onChange={(assignment) => change({ assignment })}
          mutation={start}
        />
      ) : null}
      {action === 'CREATE_HAND_OFFS' ? (
        <BulkHandOffFields
          value={form.handOffs}
          onChange={(handOffs) => change({ handOffs })}
          mutation={start}
        />
      ) : null}
      {isCancel ? (
        <TextArea
          isRequired
          label={intl.formatMessage({ id: 'bulk.reason' })}
          value={reason}
          onChange={(next) => change({ reason: next })}
          {...toFieldProps(start.errors, 'reason')}
        />
      ) : null}
      <div className={result} aria-live="polite">
        {preview.error ? (
          <ErrorState
            what={intl.formatMessage({ id: 'bulk.previewFailed' })}
            error={preview.error}
            onRetry={() => void preview.refetch().catch(() => undefined)}
          />
        ) : shown && action ? (
          // Another action's lists open at their beginnings.
          <BulkPreview key={`${action} ${track} ${form.step}`} preview={shown} />
        ) : !isChosen(form) ? (
          intl.formatMessage({ id: action === null ? 'bulk.choose' : 'bulk.chooseStep' })
        ) : (
          <ProgressCircle isIndeterminate aria-label={intl.formatMessage({ id: 'loading' })} />
        )}
      </div>
    </FormDialog>
  );
}
