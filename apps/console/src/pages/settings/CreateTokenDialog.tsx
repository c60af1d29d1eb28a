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
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { Role } from '../../generated/enums.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { CREATE_TOKEN } from './tokenDocuments.ts';

const ROLES: readonly Role[] = ['AUDITOR', 'OPERATOR', 'APPROVER', 'OWNER'];
const SCOPES = ['read', 'runs:write', 'approve', 'admin'] as const;
/** Days until a token expires. */
const LIFETIMES = ['30', '90', '365', 'never'] as const;

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });

interface CreateTokenDialogProps {
  onClose: () => void;
  onCreated: () => void;
}

export function CreateTokenDialog({ onClose, onCreated }: CreateTokenDialogProps) {
  const intl = useIntl();
  const [token, setToken] = useState<string>();
  return (
    <Dialog size="M">
      <Heading slot="title">{intl.formatMessage({ id: 'tokens.create' })}</Heading>
      <Content>
        {token ? (
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
        ) : (
          <TokenForm
            onClose={onClose}
            onToken={(made) => {
              setToken(made);
              onCreated();
            }}
          />
        )}
      </Content>
      {token ? (
        <ButtonGroup>
          <Button variant="accent" onPress={onClose}>
            {intl.formatMessage({ id: 'common.close' })}
          </Button>
        </ButtonGroup>
      ) : null}
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
    <form
      className={stack}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <MutationNotice mutation={mutation} fields={['name']} />
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
      <ButtonGroup>
        <Button
          type="submit"
          variant="accent"
          isPending={mutation.isPending}
          isDisabled={draft.name.trim() === '' || draft.scopes.length === 0}
        >
          {intl.formatMessage({ id: 'tokens.create' })}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
      </ButtonGroup>
    </form>
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
        onSelectionChange={(key) => onChange({ ...draft, role: key as Role })}
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
