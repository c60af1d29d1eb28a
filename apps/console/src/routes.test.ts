import { createMemoryHistory } from '@tanstack/react-router';
import { describe, expect, it } from 'vitest';
import { createConsoleRouter } from './routes.tsx';

function open(address: string) {
  const router = createConsoleRouter(createMemoryHistory({ initialEntries: [address] }));
  return router.matchRoutes(router.latestLocation).at(-1)?.search;
}

const { routesById } = createConsoleRouter(createMemoryHistory());
/** Root and shell have no address of their own. */
const pages = Object.values(routesById).filter(({ id }) => !['__root__', '/shell'].includes(id));

describe('every page', () => {
  it('is found', () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  it.each(pages.map(({ id, options }) => [id, options.validateSearch] as const))(
    '%s has a search schema, which ignores unknown parameters',
    (_, validateSearch) => {
      const search = typeof validateSearch === 'function' && validateSearch({ foreign: 'x' });
      expect(search).toEqual({});
    },
  );
});

describe('a page', () => {
  it.each([
    ['/checks?text=VAL-15&track=CJA', { text: 'VAL-15', track: 'CJA' }],
    ['/checks?track=other&foreign=x', {}],
    ['/settings?foreign=x', {}],
  ])('reads %s as %j', (address, search) => {
    expect(open(address)).toEqual(search);
  });
});

const files = Object.keys(import.meta.glob('./pages/*/*.tsx'));

describe('every folder of pages', () => {
  it.each([...new Set(files.map((file) => file.replace(/[^/]+$/, '')))])(
    '%s has a page and a test of it',
    (folder) => {
      const own = files.filter((file) => file.startsWith(folder));
      const [page = 'no page'] = own.filter((file) => file.endsWith('Page.tsx'));
      expect(own).toContain(page.replace(/\.tsx$/, '.test.tsx'));
    },
  );
});
