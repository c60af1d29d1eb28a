/** Saving a view under a name, renaming and sharing it, and deleting it. */
import { Content, Heading, InlineAlert, Switch, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import type { SavedViewPage } from '../../generated/enums.ts';
import { useViewer } from '../viewer/ViewerQuery.ts';
import { MINE } from '../work/workSearch.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { DELETE_VIEW, SAVE_VIEW, UPDATE_VIEW } from './viewDocuments.ts';
import type { SavedView } from './viewDocuments.ts';
import { isChangedMeanwhile } from './isChangedMeanwhile.ts';
import { isSameSearch, readView } from './viewSearch.ts';
import type { AddressSearch } from './viewSearch.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const hint = style({ font: 'ui-sm', color: 'neutral-subdued' });

export type ViewDialogKind = 'save' | 'edit' | 'delete' | 'replace';

interface ViewDialogProps {
  page: SavedViewPage;
  /** The one to change or to delete; undefined where none is open. */
  view: SavedView | undefined;
  /** The view as the person saw it last. */
  seen: SavedView | undefined;
  /** What to save. */
  search: AddressSearch;
  reload: () => Promise<void>;
  onSaved: (view: SavedView) => Promise<void>;
  onDeleted: () => void;
  onClose: () => void;
}

interface ViewDialogsProps extends ViewDialogProps {
  kind: ViewDialogKind;
  isOpen: boolean;
}

export function ViewDialogs({ isOpen, ...props }: ViewDialogsProps) {
  return (
    <DialogContainer onDismiss={props.onClose}>
      {isOpen ? <Opened {...props} /> : null}
    </DialogContainer>
  );
}

function Opened({ kind, view, ...props }: ViewDialogProps & { kind: ViewDialogKind }) {
  // What is shown stays, also where a colleague deletes the view meanwhile.
  const [target] = useState(view);
  if (kind === 'save' || !target) return <SaveView {...props} />;
  const latest = view ?? target;
  if (kind === 'edit') return <EditView {...props} view={target} latest={latest} />;
  return kind === 'replace' ? (
    <ReplaceView {...props} view={latest} />
  ) : (
    <DeleteView {...props} view={target} latest={latest} />
  );
}

type Props = Omit<ViewDialogProps, 'view'>;

/** Saves filters into a view that somebody changed meanwhile. */
function ReplaceView({
  view,
  seen,
  search,
  reload,
  onSaved,
  onClose,
}: Props & { view: SavedView }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [before] = useState(seen);
  const mutation = useKeywayMutation(UPDATE_VIEW, {
    onDone: ({ view: changed }) => {
      announce(intl.formatMessage({ id: 'views.saved' }));
      onClose();
      if (changed) void onSaved(changed);
    },
    onRefused: (errors) => {
      if (isChangedMeanwhile(errors)) void reload();
    },
  });
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'views.replaceTitle' }, { name: view.name })}
      text={intl.formatMessage({ id: 'views.replaceText' })}
      confirm={intl.formatMessage({ id: 'views.replace' })}
      variant="negative"
      mutation={mutation}
      fields={[]}
      onSubmit={() => mutation.send({ id: view.id, search, ifVersion: view.version })}
      onClose={onClose}
    >
      <Meanwhile before={before} now={view} />
    </FormDialog>
  );
}

/** Who changed the view, and what. */
function Meanwhile({ before, now }: { before: SavedView | undefined; now: SavedView }) {
  const intl = useIntl();
  const isSame = (name: 'name' | 'shared') => !before || before[name] === now[name];
  return (
    <InlineAlert variant="notice">
      <Heading>
        {now.changedBy
          ? intl.formatMessage({ id: 'views.changedBy' }, { name: now.changedBy })
          : intl.formatMessage({ id: 'views.changedBySomebody' })}
      </Heading>
      <Content>
        {isSame('name') ? null : (
          <p className={hint}>{intl.formatMessage({ id: 'views.nowNamed' }, { name: now.name })}</p>
        )}
        {isSame('shared') ? null : (
          <p className={hint}>
            {intl.formatMessage({ id: now.shared ? 'views.nowShared' : 'views.nowPrivate' })}
          </p>
        )}
        {before && isSameSearch(searchOf(before), searchOf(now)) ? null : (
          <p className={hint}>{intl.formatMessage({ id: 'views.otherFilters' })}</p>
        )}
      </Content>
    </InlineAlert>
  );
}
const searchOf = ({ search }: SavedView): AddressSearch => readView(search, (all) => all).search;

function SaveView({ page, search, onSaved, onClose }: Props) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [draft, change] = useDraft({ name: '', shared: false });
  const mutation = useKeywayMutation(SAVE_VIEW, {
    onDone: ({ view }) => {
      announce(intl.formatMessage({ id: 'views.saved' }));
      onClose();
      if (view) void onSaved(view);
    },
  });
  const name = draft.name.trim();
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'views.saveTitle' })}
      text={intl.formatMessage({ id: 'views.saveText' })}
      confirm={intl.formatMessage({ id: 'views.save' })}
      mutation={mutation}
      fields={['name']}
      isDisabled={name === ''}
      onSubmit={() => mutation.send({ page, name, search, shared: draft.shared })}
      onClose={onClose}
    >
      <Fields draft={draft} errors={mutation.errors} mayHide search={search} onChange={change} />
    </FormDialog>
  );
}

function EditView(props: Props & { view: SavedView; latest: SavedView }) {
  const { view, latest, search, reload, onSaved, onClose } = props;
  const intl = useIntl();
  const announce = useAnnounce();
  const [draft, edit] = useDraft({ name: view.name, shared: view.shared });
  const mutation = useKeywayMutation(UPDATE_VIEW, {
    onDone: ({ view: changed }) => {
      announce(intl.formatMessage({ id: 'views.saved' }));
      onClose();
      if (changed) void onSaved(changed);
    },
    onRefused: (errors) => {
      if (isChangedMeanwhile(errors)) void reload().then(() => setConflict(true));
    },
  });
  const [hasConflict, setConflict] = useState(false);
  const name = draft.name.trim();
  const isLate = isChangedMeanwhile(mutation.errors);
  // What was not edited here stays as it is, whoever changed it.
  const change = {
    ...(name !== view.name && { name }),
    ...(draft.shared !== view.shared && { shared: draft.shared }),
  };
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'views.editTitle' })}
      confirm={intl.formatMessage({ id: 'views.confirmEdit' })}
      mutation={isLate ? { ...mutation, errors: [] } : mutation}
      fields={['name']}
      isDisabled={name === ''}
      onSubmit={() =>
        mutation.send({
          ...{ id: view.id, ...change },
          ifVersion: (hasConflict ? latest : view).version,
        })
      }
      onClose={onClose}
    >
      <Fields
        draft={draft}
        errors={mutation.errors}
        mayHide={view.own}
        search={search}
        onChange={edit}
      />
      {hasConflict ? <Meanwhile before={view} now={latest} /> : null}
    </FormDialog>
  );
}

interface Draft {
  name: string;
  shared: boolean;
}
function useDraft(initial: Draft) {
  const [draft, setDraft] = useState(initial);
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));
  return [draft, change] as const;
}

interface FieldsProps {
  draft: Draft;
  errors: Parameters<typeof toFieldProps>[0];
  /** Whether the view may be private: the maker's choice. */
  mayHide: boolean;
  search: AddressSearch;
  onChange: (change: Partial<Draft>) => void;
}

function Fields({ draft, errors, mayHide, search, onChange }: FieldsProps) {
  const intl = useIntl();
  const isLimited = useViewer()?.grants.every(({ organization }) => organization) ?? false;
  const sharedText = isLimited ? 'views.sharedTextLimited' : 'views.sharedText';
  return (
    <>
      <TextField
        autoFocus
        isRequired
        maxLength={80}
        label={intl.formatMessage({ id: 'views.name' })}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        {...toFieldProps(errors, 'name')}
      />
      {mayHide ? (
        <Switch isSelected={draft.shared} onChange={(shared) => onChange({ shared })}>
          {intl.formatMessage({ id: 'views.share' })}
        </Switch>
      ) : null}
      <span className={hint}>
        {intl.formatMessage({ id: draft.shared ? sharedText : 'views.privateText' })}
        {draft.shared && search['owner'] === MINE
          ? ` ${intl.formatMessage({ id: 'views.mineShared' })}`
          : null}
      </span>
    </>
  );
}

function DeleteView(props: Props & { view: SavedView; latest: SavedView }) {
  const { view, latest, reload, onDeleted, onClose } = props;
  const intl = useIntl();
  const announce = useAnnounce();
  const [hasConflict, setConflict] = useState(false);
  const mutation = useKeywayMutation(DELETE_VIEW, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'views.deleted' }, { name: view.name }));
      onClose();
      onDeleted();
    },
    onRefused: (errors) => {
      if (isChangedMeanwhile(errors)) void reload().then(() => setConflict(true));
    },
  });
  const isLate = isChangedMeanwhile(mutation.errors);
  const { version } = hasConflict ? latest : view;
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'views.deleteTitle' }, { name: view.name })}
      text={intl.formatMessage({
        id: view.shared ? 'views.deleteSharedText' : 'views.deleteText',
      })}
      confirm={intl.formatMessage({ id: 'views.confirmDelete' })}
      variant="negative"
      mutation={isLate ? { ...mutation, errors: [] } : mutation}
      fields={[]}
      onSubmit={() => mutation.send({ id: view.id, ifVersion: version })}
      onClose={onClose}
    >
      {hasConflict ? <Meanwhile before={view} now={latest} /> : null}
    </FormDialog>
  );
}
