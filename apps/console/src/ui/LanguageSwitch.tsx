/** A button for each language, named in that language. */
import { ToggleButton, ToggleButtonGroup } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../intl/IntlRoot.tsx';
import { LOCALES } from '../intl/locale.ts';
import type { Locale } from '../intl/locale.ts';

export function LanguageSwitch() {
  const intl = useIntl();
  const { locale, setLocale } = useAppLocale();
  return (
    <ToggleButtonGroup
      size="S"
      isQuiet
      selectionMode="single"
      disallowEmptySelection
      aria-label={intl.formatMessage({ id: 'shell.language' })}
      selectedKeys={[locale]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen) setLocale(chosen as Locale);
      }}
    >
      {LOCALES.map((one) => (
        <ToggleButton key={one} id={one}>
          {intl.formatMessage({ id: `language.${one}` })}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
