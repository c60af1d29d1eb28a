/** Saving a view under a name, renaming and sharing it, and deleting it. */
import { Switch, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import type { SavedViewPage } from '../../generated/enums.ts';
import { useViewer } from '../viewer/ViewerQuery.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { DELETE_VIEW, SAVE_VIEW, UPDATE_VIEW } from './viewDocuments.ts';
import type { SavedView } from './viewDocuments.ts';
import type { AddressSearch } from './viewSearch.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const hint = style({ font: 'ui-sm', color: 'neutral-subdued' });

export type ViewDialogKind = 'save' | 'edit' | 'delete';

interface ViewDialogProps {
  page: SavedViewPage;
  /** The one to change or to delete; undefined where none is open. */
  view: SavedView | undefined;
  /** What to save. */
  search: AddressSearch;
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
  return kind === 'edit' ? (
    <EditView {...props} view={target} />
  ) : (
    <DeleteView {...props} view={target} />
  );
}

type Props = Omit<ViewDialogProps, 'view'>;

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
      <Fields draft={draft} errors={mutation.errors} mayHide onChange={change} />
    </FormDialog>
  );
}

function EditView({ view, onSaved, onClose }: Props & { view: SavedView }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [draft, change] = useDraft({ name: view.name, shared: view.shared });
  const mutation = useKeywayMutation(UPDATE_VIEW, {
    onDone: ({ view: changed }) => {
      announce(intl.formatMessage({ id: 'views.saved' }));
      onClose();
      if (changed) void onSaved(changed);
    },
  });
  const name = draft.name.trim();
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'views.editTitle' })}
      confirm={intl.formatMessage({ id: 'views.confirmEdit' })}
      mutation={mutation}
      fields={['name']}
      isDisabled={name === ''}
      onSubmit={() => mutation.send({ id: view.id, name, shared: draft.shared })}
      onClose={onClose}
    >
      <Fields draft={draft} errors={mutation.errors} mayHide={view.own} onChange={change} />
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
  onChange: (change: Partial<Draft>) => void;
}

function Fields({ draft, errors, mayHide, onChange }: FieldsProps) {
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
      </span>
    </>
  );
}

function DeleteView({ view, onDeleted, onClose }: Props & { view: SavedView }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const mutation = useKeywayMutation(DELETE_VIEW, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'views.deleted' }, { name: view.name }));
      onClose();
      onDeleted();
    },
  });
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'views.deleteTitle' }, { name: view.name })}
      text={intl.formatMessage({
        id: view.shared ? 'views.deleteSharedText' : 'views.deleteText',
      })}
      confirm={intl.formatMessage({ id: 'views.confirmDelete' })}
      variant="negative"
      mutation={mutation}
      fields={[]}
      onSubmit={() => mutation.send({ id: view.id })}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  );
}
