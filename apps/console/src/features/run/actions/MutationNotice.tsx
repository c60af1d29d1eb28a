/**
 * How a wish went wrong, where it arose: the server's refusal with the way out of it, or no answer
 * with a way to ask again.
 */
import { useIntl } from 'react-intl';
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TrackId } from '../../../generated/enums.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { UserErrorsNotice } from '../../../ui/UserErrorsNotice.tsx';
import type { Refusal } from '../../../ui/UserErrorsNotice.tsx';
import { wayOut } from './actionTarget.ts';
import type { RunView } from '../data/runFields.ts';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 8, font: 'ui-sm' });

interface IntentNoticeProps {
  intent: { errors: readonly Refusal[]; failure: unknown; retry: () => void };
  run: RunView;
  track?: TrackId | null;
  /** Fields whose message is shown at the field itself. */
  fields?: readonly string[];
  /** False on the page to which the way out would lead. */
  leads?: boolean;
}

export function MutationNotice({
  intent,
  run,
  track,
  fields = [],
  leads = true,
}: IntentNoticeProps) {
  const intl = useIntl();
  if (intent.failure) {
    return (
      <ErrorState
        what={intl.formatMessage({ id: 'run.notHeard' })}
        error={intent.failure}
        onRetry={intent.retry}
      />
    );
  }
  const errors = intent.errors.filter((error) => !fields.includes(error.field?.[0] ?? ''));
  if (errors.length === 0) return null;
  const out = leads ? wayOut(errors[0]?.code ?? '', run, track ?? 'AEP') : null;
  return (
    <div className={box}>
      <UserErrorsNotice errors={errors} />
      {out ? (
        <Link href={out.href}>{intl.formatMessage({ id: `run.wayOut.${out.to}` })}</Link>
      ) : null}
    </div>
  );
}
