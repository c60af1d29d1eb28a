/** Why a link opens nothing, and whom to ask. */
import { useIntl } from 'react-intl';
import { EmptyState } from '../ui/EmptyState.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import type { ClosedView } from './closedView.ts';

const TEXTS = {
  EXPIRED: ['handOff.expired', 'handOff.expiredText'],
  REVOKED: ['handOff.revoked', 'handOff.revokedText'],
  COMPLETED: ['handOff.completed', 'handOff.completedText'],
  CANCELLED: ['handOff.cancelled', 'handOff.cancelledText'],
} as const satisfies Record<ClosedView['reason'], readonly [string, string]>;

/** `closed` is null for a link that never was one: then nothing more is said about it. */
export function ClosedLink({ closed }: { closed: ClosedView | null }) {
  const intl = useIntl();
  const [titleId, textId] = closed
    ? TEXTS[closed.reason]
    : (['handOff.unknown', 'handOff.unknownText'] as const);
  const title = intl.formatMessage({ id: titleId });
  usePageTitle(title);
  const at = closed?.at
    ? intl.formatDate(closed.at, { dateStyle: 'long', timeStyle: 'short' })
    : '';
  return (
    <EmptyState title={title} isPage>
      {intl.formatMessage({ id: textId }, { partner: closed?.partner ?? '', at })}
    </EmptyState>
  );
}
