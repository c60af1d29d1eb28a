/** The saved views of a page as tabs, saving its filters as one, and what can be done with it. */
import { ActionButton } from '@react-spectrum/s2';
import LockIcon from '@react-spectrum/s2/icons/Lock';
import UserGroupIcon from '@react-spectrum/s2/icons/UserGroup';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ComponentType } from 'react';
import { useIntl } from 'react-intl';
import type { SavedViewPage } from '../../generated/enums.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { MINE } from '../work/workSearch.ts';
import { lazyPart, Part, usePreloadSoon } from '../../ui/lazyPart.tsx';
import { useViewer } from '../viewer/ViewerQuery.ts';
import { readLocalViews } from './localViews.ts';
import { pickShown } from './pickShown.ts';
import { useSavedViews } from './useSavedViews.ts';
import type { ViewLinkProps } from './ViewChip.tsx';
import type { SavedView } from './viewDocuments.ts';
import { filtersOf, isSameSearch, NO_VIEW, readView } from './viewSearch.ts';
import type { AddressSearch, ParseSearch } from './viewSearch.ts';
import { ViewTexts } from './ViewTexts.tsx';

/** Nothing of it is shown until something is filtered. */
const currentView = lazyPart(async () => (await import('./CurrentView.tsx')).CurrentView);
/** Few people have some. */
const importViews = lazyPart(async () => (await import('./ImportViews.tsx')).ImportViews);

const item = style({ display: 'flex', alignItems: 'center', minWidth: 0, maxWidth: 'full' });
const text = style({ truncate: true, minWidth: 0 });
const more = style({ font: 'ui-sm', color: 'neutral-subdued', flexShrink: 0 });
const wide = style({ flexBasis: 'full', font: 'ui-sm', color: 'neutral-subdued' });

export interface SavedViewItemsProps {
  page: SavedViewPage;
  /** The parameters of the address, as the page reads them. */
  search: AddressSearch;
  parse: ParseSearch;
  /** A link to the page with other parameters. */
  ViewLink: ComponentType<ViewLinkProps>;
  /** Replaces the address. */
  open: (search: AddressSearch) => void;
}

export const SavedViewItems = (props: SavedViewItemsProps) => (
  <ViewTexts>
    <Items {...props} />
  </ViewTexts>
);

function Items({ page, search, parse, ViewLink, open }: SavedViewItemsProps) {
  const intl = useIntl();
  const { views, error, reload } = useSavedViews(page);
  const current = views?.find(({ id }) => id === search['view']);
  const read = current && readView(current.search, parse);
  const isChanged = read !== undefined && !isSameSearch(read.search, search);
  const [seen, setSeen] = useSeen(current, isChanged);
  const addressOf = (view: SavedView): AddressSearch => ({
    ...readView(view.search, parse).search,
    view: view.id,
  });
  useDefaultView({ views, search, open: (view) => open(addressOf(view)) });
  const filters = filtersOf(search);
  const hasLocal = useHasLocalViews();
  usePreloadSoon(currentView);
  const { shown, others } = pickShown(views ?? [], current?.id);
  const isMissing = views !== undefined && !current && isViewId(search['view']);
  return (
    <>
      {shown.map((view) => (
        <li key={view.id} className={item}>
          <ViewLink search={addressOf(view)} isCurrent={view === current}>
            <Audience view={view} />
            <bdi className={text} title={view.name}>
              {view.name}
            </bdi>
            {isNameTwice(view, views) ? <bdi className={more}>{view.madeBy}</bdi> : null}
            {view === current && isChanged ? (
              <span className={more}>{intl.formatMessage({ id: 'views.changed' })}</span>
            ) : null}
          </ViewLink>
        </li>
      ))}
      {others.length > 0 ? (
        <li className={item}>
          <MenuButton
            size="S"
            label={intl.formatMessage({ id: 'views.more' }, { count: others.length })}
            choices={others.map((view) => ({
              id: view.id,
              name: view.name,
              description: describeAudience(view, intl),
            }))}
            onChoose={(id) => {
              const chosen = others.find((view) => view.id === id);
              if (chosen) open(addressOf(chosen));
            }}
          >
            {intl.formatMessage({ id: 'views.more' }, { count: others.length })}
          </MenuButton>
        </li>
      ) : null}
      <Part
        part={currentView}
        isWanted={current !== undefined || Object.keys(filters).length > 0}
        props={{
          ...{ page, view: current, seen, onSeen: setSeen, filters, read, isChanged, reload, open },
        }}
      />
      {isMissing ? (
        <li className={wide}>
          {intl.formatMessage({ id: 'views.missing' })}{' '}
          <ActionButton isQuiet size="S" onPress={() => open(filters)}>
            {intl.formatMessage({ id: 'common.close' })}
          </ActionButton>
        </li>
      ) : null}
      {read && current?.shared && read.search['owner'] === MINE ? (
        <li className={wide}>{intl.formatMessage({ id: 'views.mine' })}</li>
      ) : null}
      {read && Object.keys(read.unread).length > 0 ? (
        <li className={wide}>
          {intl.formatMessage(
            { id: 'views.unread' },
            { names: intl.formatList(Object.keys(read.unread)) },
          )}
        </li>
      ) : null}
      {error && !views ? (
        <li className={wide}>
          {intl.formatMessage({ id: 'views.failed' })}{' '}
          <ActionButton isQuiet size="S" onPress={() => void reload()}>
            {intl.formatMessage({ id: 'error.retry' })}
          </ActionButton>
        </li>
      ) : null}
      {page === 'PORTFOLIO' && views ? (
        <Part
          part={importViews}
          isWanted={hasLocal}
          props={{ className: wide, views, onImported: () => void reload() }}
        />
      ) : null}
    </>
  );
}

/**
 * The view as it was when the filters were last its own: a colleague may have changed it since, and
 * what is saved must not replace that unseen.
 */
function useSeen(current: SavedView | undefined, isChanged: boolean) {
  const [seen, setSeen] = useState(current);
  const isOther = current?.id !== seen?.id || (!isChanged && current?.version !== seen?.version);
  if (isOther) setSeen(current);
  return [isOther ? current : seen, setSeen] as const;
}

/** People who share with others than each other can choose the same name. */
const isNameTwice = (view: SavedView, views: readonly SavedView[] = []): boolean =>
  views.some(({ id, name }) => id !== view.id && name === view.name);

const isViewId = (value: unknown): boolean => value !== undefined && value !== NO_VIEW;

/** Whether an earlier version kept views in this browser. */
function useHasLocalViews(): boolean {
  const viewerId = useViewer()?.id;
  return useMemo(() => viewerId !== undefined && readLocalViews(viewerId).length > 0, [viewerId]);
}

/** Opens the person's default view, where the page was opened without any parameter. */
function useDefaultView({
  views,
  search,
  open,
}: {
  views: readonly SavedView[] | undefined;
  search: AddressSearch;
  open: (view: SavedView) => void;
}) {
  const isDecided = useRef(false);
  useEffect(() => {
    if (!views || isDecided.current) return;
    isDecided.current = true;
    const chosen = views.find((view) => view.default);
    const isPlain = Object.values(search).every((value) => value === undefined);
    if (chosen && isPlain) open(chosen);
  }, [views, search, open]);
}

type Intl = ReturnType<typeof useIntl>;

const describeAudience = (view: SavedView, intl: Intl): string =>
  view.shared
    ? intl.formatMessage({ id: 'views.sharedBy' }, { name: view.madeBy })
    : intl.formatMessage({ id: 'views.onlyYou' });

/** Who sees the view. */
function Audience({ view }: { view: SavedView }) {
  const intl = useIntl();
  const Icon = view.shared ? UserGroupIcon : LockIcon;
  return (
    <>
      <Icon aria-hidden="true" styles={iconStyle({ size: 'XS' })} />
      <span className="kw-hidden">{describeAudience(view, intl)}: </span>
    </>
  );
}
