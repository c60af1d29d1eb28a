/** Creates an API token and shows it once. */
import { useQuery } from '@apollo/client/react';
import {
  Checkbox,
  CheckboxGroup,
  Content,
  InlineAlert,
  Picker,
  PickerItem,
  TextField,
} from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useUnsavedValues } from '../../routing/useUnsavedChanges.tsx';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { RolePicker } from '../../features/people/GrantFields.tsx';
import { keepForm } from '../../features/viewer/keptForm.ts';
import { useSignInAgain } from '../../features/viewer/StepUp.tsx';
import { useOwnedOrganizations } from '../../features/viewer/ViewerQuery.ts';
import type { NamedOrganization } from '../../features/viewer/viewerAccess.ts';
import type { Role } from '../../generated/enums.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SecretDialog } from '../../ui/SecretDialog.tsx';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { OrganizationScope } from '../../features/people/OrganizationScope.tsx';
import { CREATE_TOKEN, REVOKE_TOKEN, ROLE_SCOPES } from './tokenDocuments.ts';

const SCOPES = ['read', 'runs:write', 'approve', 'admin'] as const;
/** Days until a token expires. */
const LIFETIMES = ['30', '90', '365', 'never'] as const;

/** Keeps what was typed while the person signs in again. */
export const TOKEN_FORM = 'token';

interface CreateTokenDialogProps {
  /** What was typed before signing in again. */
  kept: TokenDraft | null;
  onClose: () => void;
  onCreated: () => void;
}

export function CreateTokenDialog({ kept, onClose, onCreated }: CreateTokenDialogProps) {
  const intl = useIntl();
  const [made, setMade] = useState<MadeToken>();
  const mutation = useKeywayMutation(REVOKE_TOKEN, { onDone: onClose });
  function show(created: MadeToken) {
    setMade(created);
    onCreated();
  }
  return made ? (
    <SecretDialog
      title={intl.formatMessage({ id: 'tokens.created' })}
      once={intl.formatMessage({ id: 'tokens.once' })}
      secret={made.token}
      label={intl.formatMessage({ id: 'tokens.token' })}
      revocation={{ mutation, send: () => mutation.send({ id: made.id }) }}
      onClose={onClose}
    />
  ) : (
    <TokenForm kept={kept} onClose={onClose} onToken={show} />
  );
}

interface MadeToken {
  id: string;
  token: string;
}

/** A token while it is described. */
export interface TokenDraft {
  name: string;
  role: Role;
  scopes: string[];
  /** Null: all that this person's tokens can be for. */
  organizations: NamedOrganization[] | null;
  /** One of `LIFETIMES`. */
  lifetime: string;
}

const EMPTY: TokenDraft = {
  name: '',
  role: 'AUDITOR',
  scopes: ['read'],
  organizations: null,
  lifetime: '90',
};

function toInput({ name, role, scopes, organizations, lifetime }: TokenDraft) {
  const expiresAt =
    lifetime === 'never'
      ? null
      : new Date(Date.now() + Number(lifetime) * 86_400_000).toISOString();
  const organizationIds = organizations?.map(({ id }) => id) ?? null;
  return { name: name.trim(), role, scopes, organizationIds, expiresAt };
}

function TokenForm({
  kept,
  onToken,
  onClose,
}: {
  kept: TokenDraft | null;
  onToken: (made: MadeToken) => void;
  onClose: () => void;
}) {
  const intl = useIntl();
  const owned = useOwnedOrganizations();
  const [draft, setDraft] = useState(kept ?? EMPTY);
  const mutation = useKeywayMutation(CREATE_TOKEN, {
    onDone: ({ token, apiToken }) => {
      if (token && apiToken) onToken({ id: apiToken.id, token });
    },
  });
  const question = useUnsavedValues(draft, kept !== null);
  const signInAgain = useSignInAgain({
    errors: mutation.errors,
    onLeave: () => keepForm({ form: TOKEN_FORM, values: draft }),
  });
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'tokens.create' })}
      confirm={intl.formatMessage({ id: 'tokens.create' })}
      mutation={mutation}
      fields={['name']}
      instead={signInAgain}
      isDisabled={
        draft.name.trim() === '' || draft.scopes.length === 0 || draft.organizations?.length === 0
      }
      onSubmit={() => mutation.send(toInput(draft))}
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
      <PermissionFields draft={draft} owned={owned} onChange={setDraft} />
      {question}
    </FormDialog>
  );
}

interface PermissionFieldsProps {
  draft: TokenDraft;
  /** The organizations that this person owns; null for all. */
  owned: readonly NamedOrganization[] | null;
  onChange: (draft: TokenDraft) => void;
}

/** The chosen scopes with which the chosen role can do nothing; none while this isn't known. */
function useUnusableScopes({ role, scopes }: TokenDraft): string[] {
  const { data } = useQuery(ROLE_SCOPES);
  const usable = data?.roles.find((one) => one.role === role)?.scopes;
  return usable ? scopes.filter((scope) => !usable.includes(scope)) : [];
}

/** What the token can do, where, and for how long. */
function PermissionFields({ draft, owned, onChange }: PermissionFieldsProps) {
  const intl = useIntl();
  const useless = useUnusableScopes(draft);
  return (
    <>
      <RolePicker value={draft.role} onChange={(role) => onChange({ ...draft, role })} />
      <OrganizationScope
        owned={owned}
        value={draft.organizations}
        onChange={(organizations) => onChange({ ...draft, organizations })}
      />
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
      {useless.length > 0 ? (
        <InlineAlert variant="notice">
          <Content>
            {intl.formatMessage(
              { id: 'tokens.scopesUseless' },
              {
                role: intl.formatMessage({ id: `role.${draft.role}` }),
                scopes: intl.formatList(useless),
                count: useless.length,
              },
            )}
          </Content>
        </InlineAlert>
      ) : null}
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
