/** The sign-in page with language and theme. */
import { Provider } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { IntlRoot, useAppLocale } from '../intl/IntlRoot.tsx';
import { toRegionalLocale } from '../intl/locale.ts';
import { toColorScheme, useTheme } from '../theme/theme.ts';
import { SignInPage } from './SignInPage.tsx';
import { SignInTexts } from './SignInTexts.tsx';

const TEXTS = [SignInTexts];

export const SignInApp = () => (
  <IntlRoot texts={TEXTS}>
    <Themed />
  </IntlRoot>
);

function Themed() {
  const [theme] = useTheme();
  const { locale } = useAppLocale();
  return (
    <Provider
      background="base"
      colorScheme={toColorScheme(theme)}
      locale={toRegionalLocale(locale)}
      styles={style({ minHeight: 'full' })}
    >
      <SignInPage />
    </Provider>
  );
}
