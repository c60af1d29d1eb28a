/** Opens the person's browser, where there is one. */

/** Over SSH a browser would open on the other computer, or none. */
export const hasBrowser = (env: Readonly<Record<string, string | undefined>>): boolean =>
  !env['SSH_CONNECTION'] &&
  (process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']));

/** Never rejects: the address is shown too. */
export async function openBrowser(address: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const started = await open(address);
    started.on('error', () => {});
    started.unref();
  } catch {
    // The address is shown.
  }
}
