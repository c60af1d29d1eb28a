/** A link to where the run continues, once nothing is left to do on the page `here`. */
import { LinkButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { taskHref } from '../actions/actionTarget.ts';
import { formatActionLabel } from '../actions/formatActionLabel.ts';
import { findOnwardOffer, listOffers } from '../actions/runOffers.ts';
import type { RunView } from '../data/runFields.ts';

export function NextOnRun({ run, here }: { run: RunView; here: string }) {
  const intl = useIntl();
  const next = findOnwardOffer(listOffers(run), here);
  if (!next) return null;
  const label = formatActionLabel(next.action, run.tracks);
  return (
    <LinkButton variant="accent" href={taskHref(next.action, run)}>
      {intl.formatMessage({ id: 'run.next' }, { label })}
    </LinkButton>
  );
}
