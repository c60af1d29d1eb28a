/** Loads the texts of one language at a time, and provides the language and a way to change it. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { useAdministrationTexts } from './administrationTexts.ts';
import { toRegionalLocale, storeLocale, readStoredLocale } from './locale.ts';
import type { Locale } from './locale.ts';

const LocaleContext = createContext<{ locale: Locale; setLocale: (locale: Locale) => void }>({
  locale: 'en',
  setLocale: () => undefined,
});

/** The current language, which is also the `locale` of queries, and how to change it. */
export function useAppLocale() {
  return useContext(LocaleContext);
}

async function load(locale: Locale): Promise<Record<string, string>> {
  const module =
    locale === 'es' ? await import('./messagesEs.ts') : await import('./messagesEn.ts');
  return module.messages;
}

/** Starts to load with this module, in parallel with React and the page's code. */
const preloaded = { locale: readStoredLocale(), messages: load(readStoredLocale()) };

export function IntlRoot({ children }: { children: ReactNode }) {
  const [loaded, setLoaded] = useState<{ locale: Locale; messages: Record<string, string> }>();
  const setLocale = useCallback(async (locale: Locale) => {
    storeLocale(locale);
    setLoaded({ locale, messages: await load(locale) });
  }, []);
  useEffect(() => {
    let current = true;
    const first = readStoredLocale();
    const firstMessages = first === preloaded.locale ? preloaded.messages : load(first);
    void firstMessages.then((messages) => current && setLoaded({ locale: first, messages }));
    return () => {
      current = false;
    };
  }, []);
  const locale = loaded?.locale ?? 'en';
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const administration = useAdministrationTexts(locale);
  const messages = useMemo(
    (): Record<string, string> => ({ ...loaded?.messages, ...administration }),
    [loaded, administration],
  );
  const value = useMemo(
    () => ({ locale, setLocale: (next: Locale) => void setLocale(next) }),
    [locale, setLocale],
  );
  if (!loaded) return null;
  return (
    <LocaleContext value={value}>
      <IntlProvider locale={toRegionalLocale(locale)} messages={messages} onError={reportMissing}>
        {children}
      </IntlProvider>
    </LocaleContext>
  );
}

function reportMissing(error: Error) {
  console.warn(error.message);
}
