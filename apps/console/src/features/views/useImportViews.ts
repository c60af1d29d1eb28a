/** Saves views one after another. One that the server refuses stays in the browser. */
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { keepLocalViews } from './localViews.ts';
import type { LocalView } from './localViews.ts';
import { SAVE_VIEW } from './viewDocuments.ts';
import type { SavedView } from './viewDocuments.ts';
import { isSameSearch, readView } from './viewSearch.ts';

/** Of one name, such as "Late (3)". */
const MAX_ATTEMPTS = 9;

const asStored = (search: Record<string, unknown>) => search;

interface ImportOptions {
  viewerId: string;
  initial: () => LocalView[];
  views: readonly SavedView[];
  onImported: () => void;
}

export function useImportViews({ viewerId, initial, views, onImported }: ImportOptions) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [left, setLeft] = useState(initial);
  const [refused, setRefused] = useState<readonly string[]>([]);
  /** The rest of this import, and the number of the name that is tried for the first of it. */
  const queue = useRef<readonly LocalView[]>([]);
  const attempt = useRef(1);

  const isSaved = ({ name, search }: LocalView): boolean =>
    views.some(
      (view) =>
        view.own &&
        view.name === name &&
        isSameSearch(readView(view.search, asStored).search, search),
    );
  const forget = (done: LocalView) => {
    setLeft((before) => {
      const kept = before.filter((view) => view !== done);
      keepLocalViews(viewerId, kept);
      return kept;
    });
  };
  const sendFirst = () => {
    const [first] = queue.current;
    if (!first) {
      onImported();
      announce(intl.formatMessage({ id: 'views.imported' }));
      return;
    }
    if (isSaved(first)) {
      forget(first);
      sendNext();
      return;
    }
    const number = attempt.current === 1 ? '' : ` (${attempt.current})`;
    const { search } = first;
    mutation.send({ page: 'PORTFOLIO', name: `${first.name}${number}`, search, shared: false });
  };
  const sendNext = () => {
    queue.current = queue.current.slice(1);
    attempt.current = 1;
    sendFirst();
  };
  const mutation = useKeywayMutation(SAVE_VIEW, {
    onDone: () => {
      const [first] = queue.current;
      if (first) forget(first);
      sendNext();
    },
    onRefused: ([error]) => {
      const [first] = queue.current;
      const field = error?.field?.[0];
      if (error?.code === 'CONFLICT' && field === 'name' && attempt.current < MAX_ATTEMPTS) {
        attempt.current += 1;
        sendFirst();
      } else if (first && (field === 'name' || field === 'search')) {
        setRefused((names) => [...names, first.name]);
        sendNext();
      } else onImported();
    },
  });
  const start = () => {
    setRefused([]);
    queue.current = left;
    attempt.current = 1;
    sendFirst();
  };
  return { left, refused, mutation, start };
}
