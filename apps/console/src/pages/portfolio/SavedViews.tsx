/**
 * The views that a person has saved, as tabs after the others, and saving or removing the current
 * one.
 */
import { ActionButton, Text } from '@react-spectrum/s2';
import BookmarkIcon from '@react-spectrum/s2/icons/Bookmark';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import type { PortfolioSearch } from './portfolioSearch.ts';
import { ViewChip } from './ViewChip.tsx';
import { isSameView } from './savedViews.ts';
import type { SavedViewsStore } from './savedViews.ts';

const nameViewDialog = lazyPart(async () => (await import('./NameViewDialog.tsx')).NameViewDialog);

const text = style({ truncate: true, minWidth: 0 });
const item = style({ display: 'flex', alignItems: 'center', minWidth: 0 });

export function SavedViews({ search, saved }: { search: PortfolioSearch; saved: SavedViewsStore }) {
  const intl = useIntl();
  const [isNaming, setNaming] = useState(false);
  const current = saved.views.find((view) => isSameView(view.search, search));
  const mayBeSaved =
    !current && Boolean(search.text || search.status || search.waiting || search.sort);
  return (
    <>
      {saved.views.map((view) => (
        <li key={view.name} className={item}>
          <ViewChip search={view === current ? {} : view.search} isCurrent={view === current}>
            <bdi className={text}>{view.name}</bdi>
          </ViewChip>
        </li>
      ))}
      {current || mayBeSaved || isNaming ? (
        <li className={item}>
          {/* One button for both, so that the focus can return to it when the dialog closes. */}
          <ActionButton
            isQuiet
            size="S"
            onPress={() => (current ? saved.remove(current.name) : setNaming(true))}
          >
            <BookmarkIcon />
            <Text>
              {intl.formatMessage({
                id: current ? 'portfolio.removeView' : 'portfolio.saveView',
              })}
            </Text>
          </ActionButton>
          <Part
            part={nameViewDialog}
            isWanted={isNaming}
            props={{
              isOpen: isNaming,
              onSave: (name) => saved.save({ name, search }),
              onClose: () => setNaming(false),
            }}
          />
        </li>
      ) : null}
    </>
  );
}
