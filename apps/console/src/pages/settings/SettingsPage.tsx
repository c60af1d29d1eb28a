/** Language and theme of this person; API tokens for owners. */
import { Radio, RadioGroup } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { LOCALES } from '../../intl/locale.ts';
import { useRole, useViewer } from '../../features/viewer/ViewerQuery.ts';
import { THEMES, useTheme } from '../../theme/theme.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ApiTokens } from './ApiTokens.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 24, maxWidth: 1000 });
const pair = style({
  display: 'grid',
  gridTemplateColumns: { default: ['1fr'], '@media (width >= 700px)': ['1fr', '1fr'] },
  gap: 24,
});

export function SettingsPage() {
  const intl = useIntl();
  const { locale, setLocale } = useAppLocale();
  const [theme, setTheme] = useTheme();
  const isOwner = useRole('OWNER');
  const viewer = useViewer();
  const title = intl.formatMessage({ id: 'nav.settings' });
  usePageTitle(title);
  return (
    <>
      <PageHeader title={title}>
        {viewer
          ? [viewer.name, viewer.email, intl.formatMessage({ id: `role.${viewer.role}` })]
              .filter(Boolean)
              .join(' · ')
          : null}
      </PageHeader>
      <div className={stack}>
        <div className={pair}>
          <Panel title={intl.formatMessage({ id: 'shell.language' })}>
            <RadioGroup
              aria-label={intl.formatMessage({ id: 'shell.language' })}
              value={locale}
              onChange={chooseFrom(LOCALES, setLocale)}
            >
              {LOCALES.map((one) => (
                <Radio key={one} value={one}>
                  {intl.formatMessage({ id: `language.${one}` })}
                </Radio>
              ))}
            </RadioGroup>
          </Panel>
          <Panel title={intl.formatMessage({ id: 'shell.theme' })}>
            <RadioGroup
              aria-label={intl.formatMessage({ id: 'shell.theme' })}
              value={theme}
              onChange={chooseFrom(THEMES, setTheme)}
            >
              {THEMES.map((one) => (
                <Radio key={one} value={one}>
                  {intl.formatMessage({ id: `shell.theme.${one}` })}
                </Radio>
              ))}
            </RadioGroup>
          </Panel>
        </div>
        {isOwner ? <ApiTokens /> : null}
      </div>
    </>
  );
}
