/** Provides the language and its texts, and a way to change it. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { BaseTexts } from './BaseTexts.ts';
import { LanguageNotice } from './LanguageNotice.tsx';
import { toRegionalLocale, storeLocale, readStoredLocale } from './locale.ts';
import type { Locale } from './locale.ts';
import { chooseLocale, currentLocale, loadTexts, subscribeToTexts, textsIn } from './texts.ts';
import type { TextFiles } from './texts.ts';

const LocaleContext = createContext<{ locale: Locale; setLocale: (locale: Locale) => void }>({
  locale: 'en',
  setLocale: () => undefined,
});

/** The current language, which is also the `locale` of queries, and how to change it. */
export function useAppLocale() {
  return useContext(LocaleContext);
}

const NO_TEXTS: readonly TextFiles[] = [];

/** Starts to load with this module, in parallel with React and the page's code. */
void loadTexts([BaseTexts]).catch(() => undefined);

interface IntlRootProps {
  /** What the first page needs besides. */
  texts?: readonly TextFiles[];
  children: ReactNode;
}

export function IntlRoot({ texts = NO_TEXTS, children }: IntlRootProps) {
  const [isReady, setReady] = useState(false);
  const [failed, setFailed] = useState<Locale | null>(null);
  const locale = useSyncExternalStore(subscribeToTexts, currentLocale);
  useEffect(() => {
    let isCurrent = true;
    void chooseLocale(readStoredLocale())
      .then(() => loadTexts([BaseTexts, ...texts]))
      .then(() => isCurrent && setReady(true));
    return () => {
      isCurrent = false;
    };
  }, [texts]);
  const setLocale = useCallback((next: Locale) => {
    setFailed(null);
    chooseLocale(next).then(
      (isChosen) => isChosen && storeLocale(next),
      () => setFailed(next),
    );
  }, []);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const value = useMemo(() => ({ locale, setLocale }), [locale, setLocale]);
  const onClose = useCallback(() => setFailed(null), []);
  if (!isReady) return null;
  return (
    <LocaleContext value={value}>
      <IntlProvider
        locale={toRegionalLocale(locale)}
        messages={textsIn(locale)}
        onError={reportMissing}
      >
        {children}
        {failed ? <LanguageNotice failed={failed} onClose={onClose} /> : null}
      </IntlProvider>
    </LocaleContext>
  );
}

function reportMissing(error: Error) {
  console.warn(error.message);
}
