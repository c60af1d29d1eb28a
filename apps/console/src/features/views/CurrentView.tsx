/** Saves filters as a view or into the current one, and what else can be done with that. */
import { ActionButton, Text } from '@react-spectrum/s2';
import BookmarkIcon from '@react-spectrum/s2/icons/Bookmark';
import MoreIcon from '@react-spectrum/s2/icons/More';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { SavedViewPage } from '../../generated/enums.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { lazyPart, Part } from '../../ui/lazyPart.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { SET_DEFAULT_VIEW, UPDATE_VIEW } from './viewDocuments.ts';
import { isChangedMeanwhile } from './isChangedMeanwhile.ts';
import type { SavedView } from './viewDocuments.ts';
import type { ViewDialogKind } from './ViewDialogs.tsx';
import type { AddressSearch, ReadView } from './viewSearch.ts';

const viewDialogs = lazyPart(async () => (await import('./ViewDialogs.tsx')).ViewDialogs);

const item = style({ display: 'flex', alignItems: 'center', flexWrap: 'wrap', minWidth: 0 });
const wide = style({ flexBasis: 'full' });

interface CurrentViewProps {
  page: SavedViewPage;
  /** Undefined where none is open. */
  view: SavedView | undefined;
  /** The view as the person saw it last, before they changed its filters. */
  seen: SavedView | undefined;
  onSeen: (view: SavedView) => void;
  filters: AddressSearch;
  read: ReadView | undefined;
  isChanged: boolean;
  reload: () => Promise<void>;
  open: (search: AddressSearch) => void;
}

type Choice = 'update' | 'undo' | 'save' | 'edit' | 'default' | 'delete';

export function CurrentView(props: CurrentViewProps) {
  const { page, view, seen, onSeen, filters, read, isChanged, reload, open } = props;
  const intl = useIntl();
  const announce = useAnnounce();
  const [kind, setKind] = useState<ViewDialogKind>('save');
  const [isOpen, setOpen] = useState(false);
  const update = useKeywayMutation(UPDATE_VIEW, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'views.saved' }));
      void reload();
    },
    onRefused: (errors) => {
      if (isChangedMeanwhile(errors)) void reload().then(() => openDialog('replace'));
    },
  });
  const openDialog = (wantedKind: ViewDialogKind) => {
    setKind(wantedKind);
    setOpen(true);
  };
  const setDefault = useKeywayMutation(SET_DEFAULT_VIEW, {
    onDone: ({ view: chosen }) => {
      announce(intl.formatMessage({ id: chosen ? 'views.isDefault' : 'views.isNoDefault' }));
      void reload();
    },
  });
  // What another version saved, and this one can't show, stays in the view.
  const wanted = { ...read?.unread, ...filters };
  const choose = (choice: Choice) => {
    if (choice === 'update' && view)
      update.send({ id: view.id, search: wanted, ifVersion: seen?.version ?? view.version });
    else if (choice === 'undo' && view) open({ ...read?.search, view: view.id });
    else if (choice === 'default' && view)
      setDefault.send({ page, id: view.default ? null : view.id });
    else if (choice === 'save' || choice === 'edit' || choice === 'delete') openDialog(choice);
  };
  const shownUpdate = isChangedMeanwhile(update.errors) ? { ...update, errors: [] } : update;
  const main = mainChoice(props);
  const mainText = main && intl.formatMessage({ id: textOf(main, view) });
  return (
    <>
      {main ? (
        <li className={item}>
          <ActionButton isQuiet size="S" isPending={update.isPending} onPress={() => choose(main)}>
            <BookmarkIcon />
            <Text>{mainText}</Text>
          </ActionButton>
        </li>
      ) : null}
      {view ? (
        <li className={item}>
          <MenuButton
            size="S"
            label={intl.formatMessage({ id: 'views.options' }, { name: view.name })}
            choices={choicesOf(view, isChanged).map((id) => ({
              id,
              name: intl.formatMessage({ id: textOf(id, view) }),
            }))}
            onChoose={choose}
          >
            <MoreIcon />
          </MenuButton>
        </li>
      ) : null}
      <li className={wide} hidden={!hasNotice(shownUpdate) && !hasNotice(setDefault)}>
        <MutationNotice mutation={shownUpdate} />
        <MutationNotice mutation={setDefault} />
      </li>
      <Part
        part={viewDialogs}
        isWanted={isOpen}
        props={{
          kind,
          isOpen,
          page,
          view,
          seen,
          search: wanted,
          reload,
          onSaved: async (saved) => {
            onSeen(saved);
            await reload();
            open({ ...filters, view: saved.id });
          },
          onDeleted: () => {
            open(filters);
            void reload();
          },
          onClose: () => setOpen(false),
        }}
      />
    </>
  );
}

const hasNotice = ({ errors, failure }: { errors: readonly unknown[]; failure: unknown }) =>
  errors.length > 0 || failure !== null;

/** What a button offers beside the tabs. */
function mainChoice({ view, isChanged, filters }: CurrentViewProps): 'update' | 'save' | null {
  if (!view) return Object.keys(filters).length > 0 ? 'save' : null;
  if (!isChanged) return null;
  return view.mayChange ? 'update' : 'save';
}

function choicesOf(view: SavedView, isChanged: boolean): Choice[] {
  return [
    ...(isChanged && view.mayChange ? (['update'] as const) : []),
    ...(isChanged ? (['undo'] as const) : []),
    'save',
    ...(view.mayChange ? (['edit'] as const) : []),
    'default',
    ...(view.mayChange ? (['delete'] as const) : []),
  ];
}

function textOf(choice: Choice, view: SavedView | undefined) {
  switch (choice) {
    case 'update':
      return view?.shared ? 'views.updateShared' : 'views.update';
    case 'save':
      return view ? 'views.saveAsNew' : 'views.save';
    case 'default':
      return view?.default ? 'views.noDefault' : 'views.makeDefault';
    default:
      return `views.${choice}` as const;
  }
}
