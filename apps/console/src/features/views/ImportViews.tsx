/** Offers the views that an earlier version kept in this browser; each stays until it is saved. */
import { ActionButton } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useViewer } from '../viewer/ViewerQuery.ts';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { isPutOff, putOff, readLocalViews } from './localViews.ts';
import { useImportViews } from './useImportViews.ts';
import type { SavedView } from './viewDocuments.ts';

interface ImportViewsProps {
  className: string;
  /** What is saved. */
  views: readonly SavedView[];
  onImported: () => void;
}

export function ImportViews(props: ImportViewsProps) {
  const viewer = useViewer();
  return viewer?.kind === 'MEMBER' ? <Offer {...props} viewerId={viewer.id} /> : null;
}

function Offer({
  className,
  views,
  onImported,
  viewerId,
}: ImportViewsProps & { viewerId: string }) {
  const intl = useIntl();
  const [isLater, setLater] = useState(() => isPutOff(viewerId));
  const { left, refused, mutation, start } = useImportViews({
    viewerId,
    initial: () => readLocalViews(viewerId),
    views,
    onImported,
  });
  if (left.length === 0) return null;
  const names = intl.formatList(left.map(({ name }) => name));
  return (
    <li className={className}>
      {isLater ? null : (
        <span>{intl.formatMessage({ id: 'views.local' }, { count: left.length, names })} </span>
      )}
      {refused.length > 0 ? (
        <span>
          {intl.formatMessage(
            { id: 'views.notImported' },
            { names: intl.formatList(refused) },
          )}{' '}
        </span>
      ) : null}
      <ActionButton isQuiet size="S" isPending={mutation.isPending} onPress={start}>
        {intl.formatMessage({ id: 'views.import' }, { count: left.length })}
      </ActionButton>
      {isLater ? null : (
        <ActionButton
          isQuiet
          size="S"
          isDisabled={mutation.isPending}
          onPress={() => {
            putOff(viewerId);
            setLater(true);
          }}
        >
          {intl.formatMessage({ id: 'views.later' })}
        </ActionButton>
      )}
      <MutationNotice mutation={mutation} fields={['name', 'search']} />
    </li>
  );
}
