/** The routes that all pages are in: with the shell's navigation around them, or alone. */
import { Outlet, createRootRoute, createRoute } from '@tanstack/react-router';
import { noSearch } from './routing/searchParameter.ts';
import { Shell } from './shell/Shell.tsx';

export const root = createRootRoute({ component: Outlet });
export const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
export const inShell = () => shell;
/** Of a page whose address has no parameters. */
export const inShellAt = <P extends string>(path: P) => ({
  ...{ getParentRoute: inShell, path, validateSearch: noSearch },
});
