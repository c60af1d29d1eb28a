// Runs before the first paint, so that a person who chose a color scheme or a language never sees the other one flash by.
(() => {
  try {
    const scheme = localStorage.getItem('keyway.theme');
    if (scheme === 'light' || scheme === 'dark')
      document.documentElement.dataset.colorScheme = scheme;
    const locale = localStorage.getItem('keyway.locale') ?? navigator.language.slice(0, 2);
    if (locale === 'es') document.documentElement.lang = 'es';
  } catch {
    // Storage may be refused (private windows); the system's choice is then as good.
  }
})();
