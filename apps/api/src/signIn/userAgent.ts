/** A browser's name as people know it, of its header `User-Agent`. */

const MAX_CHARACTERS = 60;

/** In this order: most browsers claim to be others too. */
const BROWSERS: readonly [string, RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\b(?:OPR|Opera)\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
];
const SYSTEMS: readonly [string, RegExp][] = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** Such as "Firefox 128 · Windows"; null where the header says nothing. */
export function shortUserAgent(header: string | undefined): string | null {
  const text = header
    ?.replace(/[^\x20-\x7e]/g, '')
    .slice(0, 1000)
    .trim();
  if (!text) return null;
  const browser = BROWSERS.flatMap(([name, pattern]) => {
    const version = pattern.exec(text)?.[1];
    return version ? [`${name} ${version}`] : [];
  })[0];
  const system = SYSTEMS.find(([, pattern]) => pattern.test(text))?.[0];
  const known = [browser, system].filter((part) => part !== undefined);
  return (browser ? known.join(' · ') : text).slice(0, MAX_CHARACTERS);
}
