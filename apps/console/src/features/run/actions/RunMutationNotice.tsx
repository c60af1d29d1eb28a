/** Why a mutation of a run was refused, with a link to the page that resolves it. */
import { useIntl } from 'react-intl';
import type { MutationState } from '../../../apollo/useKeywayMutation.ts';
import type { TrackId } from '../../../generated/enums.ts';
import { MutationNotice } from '../../../ui/MutationNotice.tsx';
import { findResolvingPage } from './actionTarget.ts';
import type { RunView } from '../data/runFields.ts';

interface RunMutationNoticeProps {
  mutation: MutationState;
  run: RunView;
  track?: TrackId;
  fields?: readonly string[];
  isSpaced?: boolean;
}

export function RunMutationNotice({
  mutation,
  run,
  track = 'AEP',
  fields,
  isSpaced,
}: RunMutationNoticeProps) {
  const intl = useIntl();
  return (
    <MutationNotice
      mutation={mutation}
      fields={fields}
      isSpaced={isSpaced}
      linkFor={(code) => {
        const page = findResolvingPage(code, run, track);
        return (
          page && { href: page.href, label: intl.formatMessage({ id: `run.resolveAt.${page.at}` }) }
        );
      }}
    />
  );
}
