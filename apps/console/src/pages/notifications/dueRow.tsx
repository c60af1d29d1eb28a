/** When the next message is due. Where no worker runs, that can be long ago. */
import type { ReactNode } from 'react';
import type { FactId } from '../../ui/Facts.tsx';
import { isAhead } from '../../ui/isAhead.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

export const dueRow = (dueAt: string): readonly [FactId, ReactNode] => [
  isAhead(dueAt) ? 'notifications.dueAt' : 'notifications.dueSince',
  <RelativeTime key="due" at={dueAt} />,
];
