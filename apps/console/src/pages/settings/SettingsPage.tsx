/** Language and theme of this person, and what they have access to. */
import { Radio, RadioGroup } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { GrantList } from '../../features/people/GrantList.tsx';
import { SettingsFrame } from '../../features/settings/SettingsFrame.tsx';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { LOCALES } from '../../intl/locale.ts';
import { usePartnerRole, useViewer } from '../../features/viewer/ViewerQuery.ts';
import { THEMES, useTheme } from '../../theme/theme.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { Panel } from '../../ui/Panel.tsx';
import { OwnSessions } from './OwnSessions.tsx';

const panels = style({
  display: 'grid',
  gridTemplateColumns: { default: ['1fr'], '@media (width >= 700px)': ['1fr', '1fr'] },
  gap: 24,
  maxWidth: 1000,
});
const access = style({ font: 'ui' });
const hint = style({ font: 'body-sm', color: 'neutral-subdued', marginBottom: 0 });

export function SettingsPage() {
  const intl = useIntl();
  const { locale, setLocale } = useAppLocale();
  const [theme, setTheme] = useTheme();
  const viewer = useViewer();
  const managesPeople = usePartnerRole('OWNER');
  return (
    <SettingsFrame
      section="general"
      text={[viewer?.name, viewer?.email].filter(Boolean).join(' · ')}
    >
      <div className={panels}>
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
        {viewer ? (
          <Panel title={intl.formatMessage({ id: 'settings.access' })}>
            <div className={access}>
              <GrantList grants={viewer.grants} />
              {managesPeople ? null : (
                <p className={hint}>{intl.formatMessage({ id: 'settings.ownersOnly' })}</p>
              )}
            </div>
          </Panel>
        ) : null}
        {viewer?.kind === 'MEMBER' ? <OwnSessions /> : null}
      </div>
    </SettingsFrame>
  );
}
