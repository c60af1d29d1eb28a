/** The checks that nobody may accept: those chosen, and a field that adds one of the catalog. */
import { ActionButton, ComboBox, ComboBoxItem } from '@react-spectrum/s2';
import CrossIcon from '@react-spectrum/s2/icons/Close';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useCheckTitles } from './useCheckTitles.ts';

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  font: 'ui',
});
const chosen = style({ display: 'flex', flexDirection: 'column', rowGap: 4 });
const item = style({ display: 'flex', alignItems: 'center', columnGap: 8, minWidth: 0 });
const name = style({ minWidth: 0, flexGrow: 1 });
const heading = style({ font: 'ui', color: 'neutral-subdued', margin: 0 });
const none = style({ font: 'ui', margin: 0 });
const full = style({ width: 'full' });

interface NeverAcceptFieldProps {
  value: readonly string[];
  onChange: (checks: readonly string[]) => void;
}

export function NeverAcceptField({ value, onChange }: NeverAcceptFieldProps) {
  const intl = useIntl();
  const { titles, acceptable, error, refetch } = useCheckTitles();
  const label = intl.formatMessage({ id: 'policy.neverAccept' });
  const rest = [...titles]
    .filter(([id]) => acceptable.has(id) && !value.includes(id))
    .map(([id, title]) => ({ id, title }))
    .toSorted((a, b) => a.title.localeCompare(b.title, intl.locale));
  return (
    <>
      <div className={chosen}>
        <p className={heading}>{label}</p>
        {value.length > 0 ? (
          <ul className={list} aria-label={label}>
            {value.map((id) => (
              <li key={id} className={item}>
                <span className={name}>{titles.get(id) ?? id}</span>
                <ActionButton
                  isQuiet
                  size="XS"
                  aria-label={intl.formatMessage(
                    { id: 'policy.removeCheck' },
                    { check: titles.get(id) ?? id },
                  )}
                  onPress={() => onChange(value.filter((one) => one !== id))}
                >
                  <CrossIcon />
                </ActionButton>
              </li>
            ))}
          </ul>
        ) : (
          <p className={none}>{intl.formatMessage({ id: 'policy.summary.noChecks' })}</p>
        )}
      </div>
      {error && titles.size === 0 ? (
        <ErrorState
          what={intl.formatMessage({ id: 'policy.checksFailed' })}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : (
        <ComboBox
          // Empty again after each choice.
          key={value.length}
          label={intl.formatMessage({ id: 'policy.addCheck' })}
          description={intl.formatMessage({ id: 'policy.neverAcceptHelp' })}
          placeholder={intl.formatMessage({ id: 'policy.searchCheck' })}
          styles={full}
          defaultItems={rest}
          onSelectionChange={(key) => {
            const id = String(key);
            if (titles.has(id) && !value.includes(id)) onChange([...value, id]);
          }}
        >
          {({ id, title }) => <ComboBoxItem id={id}>{title}</ComboBoxItem>}
        </ComboBox>
      )}
    </>
  );
}
