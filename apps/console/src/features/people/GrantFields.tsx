/** The grants of a person or an invitation as fields: a role and where it holds, a row each. */
import { ActionButton, Picker, PickerItem, Text } from '@react-spectrum/s2';
import AddIcon from '@react-spectrum/s2/icons/Add';
import DeleteIcon from '@react-spectrum/s2/icons/Delete';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { Role } from '../../generated/enums.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { OrganizationPicker } from '../organization/OrganizationPicker.tsx';
import { addDraft, MAX_GRANTS } from './grantDrafts.ts';
import type { GrantDraft } from './grantDrafts.ts';

export const ROLES: readonly Role[] = ['AUDITOR', 'OPERATOR', 'APPROVER', 'OWNER'];
const SCOPES = ['one', 'all'] as const;

const rows = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });
const row = style({
  display: 'flex',
  alignItems: 'end',
  columnGap: 8,
  paddingBottom: 16,
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const fields = style({
  flexGrow: 1,
  minWidth: 0,
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    '@media (width >= 480px)': ['minmax(0, 1fr)', 'minmax(0, 1fr)'],
  },
  gap: 12,
});
const whole = style({ gridColumnStart: 1, gridColumnEnd: -1 });
const full = style({ width: 'full' });

interface GrantFieldsProps {
  drafts: readonly GrantDraft[];
  /** Of the row that can't be changed. */
  fixedKey?: number;
  onChange: (drafts: GrantDraft[]) => void;
}

export function GrantFields({ drafts, fixedKey, onChange }: GrantFieldsProps) {
  const intl = useIntl();
  return (
    <div className={rows}>
      {drafts.map((draft, index) => (
        <div
          key={draft.key}
          className={row}
          role="group"
          aria-label={intl.formatMessage({ id: 'grant.number' }, { number: index + 1 })}
        >
          <OneGrantFields
            grant={draft}
            isDisabled={draft.key === fixedKey}
            onChange={(changed) =>
              onChange(
                drafts.map((one) => (one.key === draft.key ? { ...draft, ...changed } : one)),
              )
            }
          />
          {drafts.length > 1 && draft.key !== fixedKey ? (
            <ActionButton
              isQuiet
              aria-label={intl.formatMessage({ id: 'grant.remove' }, { number: index + 1 })}
              onPress={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
            >
              <DeleteIcon />
            </ActionButton>
          ) : null}
        </div>
      ))}
      <div>
        <ActionButton
          size="S"
          isDisabled={drafts.length >= MAX_GRANTS}
          onPress={() => onChange(addDraft(drafts))}
        >
          <AddIcon />
          <Text>{intl.formatMessage({ id: 'grant.add' })}</Text>
        </ActionButton>
      </div>
    </div>
  );
}

type OneGrant = Omit<GrantDraft, 'key'>;

/** A role, and where it holds. */
export function OneGrantFields({
  grant,
  isDisabled,
  onChange,
}: {
  grant: OneGrant;
  isDisabled?: boolean;
  onChange: (changed: Partial<OneGrant>) => void;
}) {
  const intl = useIntl();
  return (
    // Each in a box of its own: a field of a form takes a column of the form's grid.
    <div className={fields}>
      <div>
        <RolePicker
          value={grant.role}
          isDisabled={isDisabled}
          onChange={(role) => onChange({ role })}
        />
      </div>
      <div>
        <Picker
          label={intl.formatMessage({ id: 'grant.scope' })}
          isDisabled={isDisabled}
          styles={full}
          selectedKey={grant.isEverywhere ? 'all' : 'one'}
          onSelectionChange={chooseFrom(SCOPES, (scope) =>
            onChange({ isEverywhere: scope === 'all' }),
          )}
        >
          {SCOPES.map((scope) => (
            <PickerItem key={scope} id={scope}>
              {intl.formatMessage({ id: `grant.scope.${scope}` })}
            </PickerItem>
          ))}
        </Picker>
      </div>
      {grant.isEverywhere ? null : (
        <div className={whole}>
          <OrganizationPicker
            label={intl.formatMessage({ id: 'portfolio.column.organization' })}
            placeholder={intl.formatMessage({ id: 'grant.searchOrganization' })}
            styles={full}
            isRequired
            value={grant.organization}
            onChange={(organization) => onChange({ organization })}
          />
        </div>
      )}
    </div>
  );
}

interface RolePickerProps {
  value: Role;
  isDisabled?: boolean;
  onChange: (role: Role) => void;
}

/** Each role with what it allows. */
export function RolePicker({ value, isDisabled, onChange }: RolePickerProps) {
  const intl = useIntl();
  return (
    <Picker
      label={intl.formatMessage({ id: 'tokens.role' })}
      isDisabled={isDisabled}
      styles={full}
      menuWidth={300}
      description={intl.formatMessage({ id: `grant.about.${value}` })}
      selectedKey={value}
      onSelectionChange={chooseFrom(ROLES, onChange)}
    >
      {ROLES.map((role) => (
        <PickerItem key={role} id={role} textValue={intl.formatMessage({ id: `role.${role}` })}>
          <Text slot="label">{intl.formatMessage({ id: `role.${role}` })}</Text>
          <Text slot="description">{intl.formatMessage({ id: `grant.about.${role}` })}</Text>
        </PickerItem>
      ))}
    </Picker>
  );
}
