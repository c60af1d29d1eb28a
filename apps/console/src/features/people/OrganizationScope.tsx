/** Organizations of a new token or webhook: all that its maker owns, or some of them by name. */
import { ActionButton, Radio, RadioGroup } from '@react-spectrum/s2';
import CrossIcon from '@react-spectrum/s2/icons/Close';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { OrganizationPicker } from '../organization/OrganizationPicker.tsx';
import type { NamedOrganization } from '../viewer/viewerAccess.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';

const WHICH = ['all', 'some'] as const;

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  font: 'ui',
  maxHeight: 200,
  overflowY: 'auto',
});
const item = style({ display: 'flex', alignItems: 'center', columnGap: 8, minWidth: 0 });
const name = style({ minWidth: 0, flexGrow: 1 });
const full = style({ width: 'full' });

interface OrganizationScopeProps {
  /** Null: every one of the partner. */
  owned: readonly NamedOrganization[] | null;
  /** Null: all of them. */
  value: readonly NamedOrganization[] | null;
  onChange: (organizations: NamedOrganization[] | null) => void;
}

export function OrganizationScope({ owned, value, onChange }: OrganizationScopeProps) {
  const intl = useIntl();
  const [only, second] = owned ?? [];
  const label = intl.formatMessage({ id: 'nav.organizations' });
  const chosen = value ?? [];
  const rest = owned?.filter(({ id }) => !chosen.some((one) => one.id === id));
  if (only && !second) {
    return (
      <RadioGroup
        label={label}
        value="all"
        description={intl.formatMessage({ id: 'tokens.onlyYours' })}
      >
        <Radio value="all">{only.name}</Radio>
      </RadioGroup>
    );
  }
  return (
    <>
      <RadioGroup
        label={label}
        value={value ? 'some' : 'all'}
        onChange={chooseFrom(WHICH, (which) => onChange(which === 'all' ? null : []))}
      >
        <Radio value="all">
          {owned
            ? intl.formatMessage({ id: 'tokens.allYours' }, { count: owned.length })
            : intl.formatMessage({ id: 'grant.scope.all' })}
        </Radio>
        <Radio value="some">{intl.formatMessage({ id: 'tokens.someOrganizations' })}</Radio>
      </RadioGroup>
      {value ? (
        <>
          {value.length > 0 ? (
            <ul className={list} aria-label={intl.formatMessage({ id: 'tokens.chosen' })}>
              {value.map((one) => (
                <li key={one.id} className={item}>
                  <bdi className={name}>{one.name}</bdi>
                  <ActionButton
                    isQuiet
                    size="XS"
                    aria-label={intl.formatMessage(
                      { id: 'tokens.removeOrganization' },
                      { name: one.name },
                    )}
                    onPress={() => onChange(value.filter(({ id }) => id !== one.id))}
                  >
                    <CrossIcon />
                  </ActionButton>
                </li>
              ))}
            </ul>
          ) : null}
          <OrganizationPicker
            // Empty again after each choice.
            key={value.length}
            label={intl.formatMessage({ id: 'tokens.addOrganization' })}
            placeholder={intl.formatMessage({ id: 'grant.searchOrganization' })}
            styles={full}
            choices={rest}
            value={null}
            onChange={(added) => {
              if (added && !value.some(({ id }) => id === added.id)) onChange([...value, added]);
            }}
          />
        </>
      ) : null}
    </>
  );
}
