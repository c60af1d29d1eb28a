/**
 * Finds the browser for the browser tests, and on a machine of our own (root, apt) brings it in.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser's path, or why there is none. */
export function findChromium(say: (line: string) => void): { path: string } | { missing: string } {
  const found = () =>
    [process.env.KEYWAY_CHROMIUM ?? '', ...places].find((path) => path !== '' && existsSync(path));
  const there = found();
  if (there) return { path: there };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return {
      missing:
        'there is no Chromium; install it (on Debian: apt-get install chromium) or name one in KEYWAY_CHROMIUM',
    };
  }
  say('Installing Chromium for the browser tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const result = spawnSync('apt-get', args, {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (result.status !== 0)
      return {
        missing: `there is no Chromium, and apt-get ${args[0]} failed: ${lastLine(result.stderr)}`,
      };
  }
  const installed = found();
  return installed
    ? { path: installed }
    : { missing: 'there is no Chromium, although apt-get installed one' };
}

function lastLine(text: string | null): string {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}
