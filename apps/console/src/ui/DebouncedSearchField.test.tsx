// @vitest-environment jsdom
import type { AnyRouter } from '@tanstack/react-router';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IntlProvider } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { DebouncedSearchField } from './DebouncedSearchField.tsx';

const PAUSE_MILLISECONDS = 20;

/** A list that filters by its address, and a page that loads until `load` is called. */
function open() {
  let load = () => {};
  const loaded = new Promise<void>((resolve) => (load = resolve));
  const root = createRootRoute({ component: Outlet });
  const list = createRoute({
    getParentRoute: () => root,
    path: '/organizations',
    validateSearch: ({ text }: { text?: string }) => ({ text }),
    component: List,
  });
  function List() {
    const { text } = list.useSearch();
    return (
      <>
        <DebouncedSearchField
          label="Filter"
          value={text ?? ''}
          onChange={(text) =>
            void router.navigate({ to: '/organizations', search: { text }, replace: true })
          }
          pauseMilliseconds={PAUSE_MILLISECONDS}
        />
        <Link to="/history">Other</Link>
      </>
    );
  }
  const other = createRoute({
    getParentRoute: () => root,
    path: '/history',
    loader: () => loaded,
    component: () => <h1>Other page</h1>,
  });
  const router: AnyRouter = createRouter({
    routeTree: root.addChildren([list, other]),
    history: createMemoryHistory({ initialEntries: ['/organizations'] }),
    // The page that is left stays until the next one is there.
    defaultPendingMs: 60_000,
  });
  render(
    <IntlProvider locale="en" onError={() => undefined}>
      <RouterProvider router={router} />
    </IntlProvider>,
  );
  return { router, load: () => act(async () => load()), person: userEvent.setup() };
}
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS * 4));

describe('a field that reports when typing pauses', () => {
  it('does not keep on a page that is being left, whenever it was typed into', async () => {
    const { router, load, person } = open();
    const field = await screen.findByRole('searchbox', { name: 'Filter' });
    await person.type(field, 'a');
    await person.click(screen.getByRole('link', { name: 'Other' }));
    await person.type(field, 'b');
    await act(pause);
    await load();
    expect(await screen.findByRole('heading', { name: 'Other page' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/history');
  });

  it('reports while the page stays', async () => {
    const { router, person } = open();
    await person.type(await screen.findByRole('searchbox', { name: 'Filter' }), 'abc');
    await waitFor(() => expect(router.state.location.search).toEqual({ text: 'abc' }));
  });
});
