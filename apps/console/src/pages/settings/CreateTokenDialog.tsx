/** Creates an API token and shows it once. */
import {
  Button,
  ButtonGroup,
  Checkbox,
  CheckboxGroup,
  Content,
  Dialog,
  Heading,
  InlineAlert,
  Picker,
  PickerItem,
  TextField,
} from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { Role } from '../../generated/enums.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { CREATE_TOKEN } from './tokenDocuments.ts';

const ROLES: readonly Role[] = ['AUDITOR', 'OPERATOR', 'APPROVER', 'OWNER'];
const SCOPES = ['read', 'runs:write', 'approve', 'admin'] as const;
/** Days until a token expires. */
const LIFETIMES = ['30', '90', '365', 'never'] as const;

interface CreateTokenDialogProps {
  onClose: () => void;
  onCreated: () => void;
}

export function CreateTokenDialog({ onClose, onCreated }: CreateTokenDialogProps) {
  const [token, setToken] = useState<string>();
  function show(created: string) {
    setToken(created);
    onCreated();
  }
  return token ? (
    <CreatedToken token={token} onClose={onClose} />
  ) : (
    <TokenForm onClose={onClose} onToken={show} />
  );
}

function CreatedToken({ token, onClose }: { token: string; onClose: () => void }) {
  const intl = useIntl();
  return (
    <Dialog size="M">
      <Heading slot="title">{intl.formatMessage({ id: 'tokens.created' })}</Heading>
      <Content>
        <InlineAlert variant="positive">
          <Heading>{intl.formatMessage({ id: 'tokens.once' })}</Heading>
          <Content>
            <CopyText
              text={token}
              label={intl.formatMessage({ id: 'tokens.token' })}
              max={Number.POSITIVE_INFINITY}
            />
          </Content>
        </InlineAlert>
      </Content>
      <ButtonGroup>
        <Button variant="accent" onPress={onClose}>
          {intl.formatMessage({ id: 'common.close' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

interface Draft {
  name: string;
  role: Role;
  scopes: string[];
  /** One of `LIFETIMES`. */
  lifetime: string;
}

function TokenForm({
  onToken,
  onClose,
}: {
  onToken: (token: string) => void;
  onClose: () => void;
}) {
  const intl = useIntl();
  const [draft, setDraft] = useState<Draft>({
    name: '',
    role: 'AUDITOR',
    scopes: ['read'],
    lifetime: '90',
  });
  const mutation = useKeywayMutation(CREATE_TOKEN, {
    onDone: ({ token }) => {
      if (token) onToken(token);
    },
  });
  function create() {
    const expiresAt =
      draft.lifetime === 'never'
        ? null
        : new Date(Date.now() + Number(draft.lifetime) * 86_400_000).toISOString();
    mutation.send({ name: draft.name.trim(), role: draft.role, scopes: draft.scopes, expiresAt });
  }
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'tokens.create' })}
      confirm={intl.formatMessage({ id: 'tokens.create' })}
      mutation={mutation}
      fields={['name']}
      isDisabled={draft.name.trim() === '' || draft.scopes.length === 0}
      onSubmit={create}
      onClose={onClose}
    >
      <TextField
        label={intl.formatMessage({ id: 'tokens.name' })}
        description={intl.formatMessage({ id: 'tokens.nameHelp' })}
        isRequired
        autoFocus
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        {...toFieldProps(mutation.errors, 'name')}
      />
      <PermissionFields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}

/** What the token can do, and for how long. */
function PermissionFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const intl = useIntl();
  return (
    <>
      <Picker
        label={intl.formatMessage({ id: 'tokens.role' })}
        selectedKey={draft.role}
        onSelectionChange={chooseFrom(ROLES, (role) => onChange({ ...draft, role }))}
      >
        {ROLES.map((role) => (
          <PickerItem key={role} id={role}>
            {intl.formatMessage({ id: `role.${role}` })}
          </PickerItem>
        ))}
      </Picker>
      <CheckboxGroup
        label={intl.formatMessage({ id: 'tokens.scopes' })}
        description={intl.formatMessage({ id: 'tokens.scopesHelp' })}
        value={draft.scopes}
        onChange={(scopes) => onChange({ ...draft, scopes })}
      >
        {SCOPES.map((scope) => (
          <Checkbox key={scope} value={scope}>
            {intl.formatMessage({ id: `tokens.scope.${scope}` })}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <Picker
        label={intl.formatMessage({ id: 'tokens.expires' })}
        selectedKey={draft.lifetime}
        onSelectionChange={(key) => onChange({ ...draft, lifetime: String(key) })}
      >
        {LIFETIMES.map((lifetime) => (
          <PickerItem key={lifetime} id={lifetime}>
            {lifetime === 'never'
              ? intl.formatMessage({ id: 'tokens.never' })
              : intl.formatMessage({ id: 'tokens.days' }, { days: Number(lifetime) })}
          </PickerItem>
        ))}
      </Picker>
    </>
  );
}
