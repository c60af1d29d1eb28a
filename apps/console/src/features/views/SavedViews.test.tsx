// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { openConsole } from '../../testing/openConsole.tsx';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import type { SavedView } from './viewDocuments.ts';

beforeEach(() => localStorage.clear());

const aView = (name: string, search: object, more: Partial<SavedView> = {}): SavedView => ({
  ...{ __typename: 'SavedView', id: `id-${name}`, name, search, shared: false },
  ...{ madeBy: 'Omar', own: true, default: false, mayChange: true },
  ...{ version: 'v1', changedBy: null },
  ...more,
});
const pageInfo = { hasNextPage: false, endCursor: null, hasPreviousPage: false, startCursor: null };
const NONE: Answers = {
  Organizations: { organizations: { totalCount: 1, pageInfo, edges: [], nodes: [] } },
};
const refusal = (code: string, field: string, message: string) => ({
  view: null,
  userErrors: [{ code, message, field: [field] }],
});

/** The list of organizations with what the server keeps. */
function open(views: SavedView[], { path = '/organizations?text=x', more = {} as Answers } = {}) {
  const stored = [...views];
  const console = openConsole(path, {
    answers: { ...NONE, SavedViews: () => ({ savedViews: [...stored] }), ...more },
  });
  const search = () => console.router.state.location.search;
  return { ...console, stored, search };
}
const tabs = async () => within(await screen.findByRole('navigation', { name: 'Views' }));
const tab = async (name: string) => (await tabs()).findByRole('link', { name: new RegExp(name) });
const isCurrent = async (name: string) => (await tab(name)).hasAttribute('aria-current');
const choose = async (person: ReturnType<typeof open>['person'], view: string, item: RegExp) => {
  const options = await screen.findByRole('button', { name: `Options of the view ${view}` });
  await person.click(options);
  await person.click(await screen.findByRole('menuitem', { name: item }));
};

describe('saved views', () => {
  it('are tabs with their makers, and open with their filters', async () => {
    const { person, search } = open([
      aView(
        'Late',
        { cloud: 'AWS' },
        { shared: true, own: false, madeBy: 'Ana', mayChange: false },
      ),
      aView('Mine', { text: 'y' }),
    ]);
    expect(await isCurrent('Shared by Ana: ?Late')).toBe(false);
    await person.click(await tab('Only for you: ?Mine'));
    await waitFor(() => expect(search()).toMatchObject({ text: 'y', view: 'id-Mine' }));
    expect(await isCurrent('Mine')).toBe(true);
    expect(await isCurrent('All')).toBe(false);
  });

  it('name their makers where two have one name', async () => {
    const ofAna = { id: 'other', shared: true, own: false, madeBy: 'Ana' };
    open([aView('Late', {}), aView('Late', {}, ofAna), aView('Early', {})]);
    const late = (await (await tabs()).findAllByRole('link', { name: /Late/ })).map(
      ({ lastElementChild }) => lastElementChild?.lastElementChild?.textContent,
    );
    expect(late).toEqual(['Omar', 'Ana']);
    expect((await tab('Early')).textContent).not.toContain('Omar');
  });

  it('are saved under a name, and say when the filters changed', async () => {
    const saved = aView('Mine', { text: 'x' }, { shared: true });
    const { person, sent, search, stored } = open([], {
      more: {
        SaveView: () => {
          stored.push(saved);
          return { saveView: { view: saved, userErrors: [] } };
        },
        UpdateView: { updateView: { view: { ...saved, search: {} }, userErrors: [] } },
      },
    });
    await person.click(await screen.findByRole('button', { name: 'Save view' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Only you see this view.')).toBeTruthy();
    await person.type(dialog.getByRole('textbox', { name: /Name/ }), 'Mine');
    await person.click(dialog.getByRole('switch', { name: 'Share with colleagues' }));
    await person.click(dialog.getByRole('button', { name: 'Save view' }));
    await waitFor(() => expect(search()).toMatchObject({ text: 'x', view: 'id-Mine' }));
    expect(sent('SaveView')[0]?.['input']).toMatchObject({
      ...{ page: 'ORGANIZATIONS', name: 'Mine', search: { text: 'x' }, shared: true },
    });
    expect((await tab('Mine')).textContent).not.toContain('changed');
    const field = await screen.findByRole('searchbox');
    await person.clear(field);
    await person.type(field, 'z');
    await waitFor(async () => expect((await tab('Mine')).textContent).toContain('changed'));
    await person.click(await screen.findByRole('button', { name: 'Save changes for everyone' }));
    await waitFor(() => expect(sent('UpdateView')).toHaveLength(1));
    expect(sent('UpdateView')[0]?.['input']).toMatchObject({
      id: 'id-Mine',
      search: { text: 'z' },
    });
  });

  it('keep what another version saved, and say what is left out', async () => {
    const view = aView('New', { text: 'x', cloud: 'MOON', newer: 'yes' });
    const path = '/organizations?view=id-New&text=z';
    const more = { UpdateView: { updateView: { view, userErrors: [] } } };
    const { person, sent } = open([view], { path, more });
    expect(await screen.findByText(/Left out: cloud and newer/)).toBeTruthy();
    await person.click(await screen.findByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(sent('UpdateView')).toHaveLength(1));
    expect(sent('UpdateView')[0]?.['input']).toMatchObject({
      search: { text: 'z', cloud: 'MOON', newer: 'yes' },
    });
  });

  it('say that one is gone, and leave its filters', async () => {
    const { person, search } = open([], { path: '/organizations?view=gone&text=z' });
    expect(await screen.findByText(/was deleted, or isn’t shared with you/)).toBeTruthy();
    const [close] = within(await screen.findByRole('navigation', { name: 'Views' })).getAllByRole(
      'button',
      { name: 'Close' },
    );
    await person.click(close!);
    await waitFor(() => expect(search()).toEqual({ text: 'z' }));
  });

  it('can be renamed and deleted by who may, and refuse a name that is taken', async () => {
    const view = aView('Mine', { text: 'x' }, { shared: true });
    const taken = 'There already is a view named “Late”. Choose another name.';
    const { person, sent, search, stored } = open([view], {
      path: '/organizations?view=id-Mine&text=x',
      more: {
        UpdateView: { updateView: refusal('CONFLICT', 'name', taken) },
        DeleteView: () => {
          stored.length = 0;
          return { deleteView: { deletedId: view.id, userErrors: [] } };
        },
      },
    });
    await choose(person, 'Mine', /Rename or share/);
    const edit = within(await screen.findByRole('dialog'));
    await person.click(edit.getByRole('button', { name: 'Save' }));
    expect(await edit.findByText(taken)).toBeTruthy();
    await person.click(edit.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await choose(person, 'Mine', /^Delete/);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/disappears for everyone/)).toBeTruthy();
    await person.click(dialog.getByRole('button', { name: 'Delete view' }));
    await waitFor(() => expect(search()).toEqual({ text: 'x' }));
    expect(sent('DeleteView')[0]?.['input']).toMatchObject({ id: 'id-Mine', ifVersion: 'v1' });
  });

  it('are not deleted where a colleague changed them after they were opened', async () => {
    const view = aView('Late', { text: 'x' }, { shared: true });
    const late = {
      deletedId: null,
      userErrors: refusal('CONFLICT', 'ifVersion', 'No.').userErrors,
    };
    const { person, sent, stored } = open([view], {
      path: '/organizations?view=id-Late&text=x',
      more: {
        DeleteView: ({ input }) => {
          stored[0] = { ...view, search: { text: 'q' }, version: 'v2', changedBy: 'Ana' };
          if (input.ifVersion === 'v1') return { deleteView: late };
          stored.length = 0;
          return { deleteView: { deletedId: view.id, userErrors: [] } };
        },
      },
    });
    await choose(person, 'Late', /^Delete/);
    const dialog = within(await screen.findByRole('dialog'));
    await person.click(dialog.getByRole('button', { name: 'Delete view' }));
    expect(await dialog.findByText('Ana changed this view after you opened it')).toBeTruthy();
    expect(dialog.getByText('It has other filters now.')).toBeTruthy();
    await person.click(dialog.getByRole('button', { name: 'Delete view' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent('DeleteView').map(({ input }) => input.ifVersion)).toEqual(['v1', 'v2']);
  });

  it('are not replaced where a colleague changed them after they were opened', async () => {
    const view = aView('Late', { text: 'x' }, { shared: true });
    const theirs = { ...view, name: 'Later', search: { text: 'q' } };
    const late = refusal('CONFLICT', 'ifVersion', 'Too late.');
    const { person, sent, stored } = open([view], {
      path: '/organizations?view=id-Late&text=z',
      more: {
        UpdateView: ({ input }) => {
          stored[0] = { ...theirs, version: 'v2', changedBy: 'Ana' };
          return { updateView: input.ifVersion === 'v1' ? late : { view, userErrors: [] } };
        },
      },
    });
    await person.click(await screen.findByRole('button', { name: 'Save changes for everyone' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Ana changed this view after you opened it')).toBeTruthy();
    expect(dialog.getByText('Its name is now “Later”.')).toBeTruthy();
    expect(dialog.getByText('It has other filters now.')).toBeTruthy();
    expect(screen.queryByText('Too late.')).toBeNull();
    await person.click(dialog.getByRole('button', { name: 'Replace filters' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent('UpdateView').map(({ input }) => [input.ifVersion, input.search])).toEqual([
      ['v1', { text: 'z' }],
      ['v2', { text: 'z' }],
    ]);
  });

  it('know what was seen, also where the change of a colleague was read before saving', async () => {
    const view = aView('Late', { text: 'x' }, { shared: true });
    const late = refusal('CONFLICT', 'ifVersion', 'Too late.');
    const { person, sent, stored, search } = open([view], {
      path: '/organizations?view=id-Late&text=z',
      more: { UpdateView: { updateView: late } },
    });
    expect((await tab('Late')).textContent).toContain('changed');
    stored[0] = { ...view, name: 'Later', version: 'v2', changedBy: 'Ana' };
    window.dispatchEvent(new Event('focus'));
    await tab('Later');
    await person.click(await screen.findByRole('button', { name: 'Save changes for everyone' }));
    await screen.findByRole('dialog');
    expect(sent('UpdateView')[0]?.input).toMatchObject({ ifVersion: 'v1' });
    expect(search()).toMatchObject({ text: 'z' });
  });

  it('keep what was typed where a colleague was faster, and leave the rest of it', async () => {
    const view = aView('Late', { text: 'x' }, { shared: true });
    const late = refusal('CONFLICT', 'ifVersion', 'Too late.');
    const { person, sent, stored } = open([view], {
      path: '/organizations?view=id-Late&text=x',
      more: {
        UpdateView: ({ input }) => {
          stored[0] = { ...view, shared: false, version: 'v2', changedBy: 'Ana' };
          return { updateView: input.ifVersion === 'v1' ? late : { view, userErrors: [] } };
        },
      },
    });
    await choose(person, 'Late', /Rename or share/);
    const dialog = within(await screen.findByRole('dialog'));
    const field = dialog.getByRole<HTMLInputElement>('textbox', { name: /Name/ });
    await person.type(field, ' ones');
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('Ana changed this view after you opened it')).toBeTruthy();
    expect(dialog.getByText('It is now private.')).toBeTruthy();
    expect(field.value).toBe('Late ones');
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [, second] = sent('UpdateView').map(({ input }) => input);
    expect(second).toMatchObject({ ifVersion: 'v2', name: 'Late ones' });
    expect(second).not.toHaveProperty('shared');
  });

  it('say what “Mine” means for whoever opens a shared one', async () => {
    const MEANING = /“Mine” means whoever opens it/;
    const own = aView('Own', { owner: 'me' });
    const shared = aView('Late', { owner: 'me' }, { shared: true, own: false, madeBy: 'Ana' });
    const { person } = open([own, shared], { path: '/organizations' });
    await person.click(await tab('Own'));
    await waitFor(async () => expect(await isCurrent('Own')).toBe(true));
    expect(screen.queryByText(MEANING)).toBeNull();
    await choose(person, 'Own', /Rename or share/);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByText(/everyone sees their own runs/)).toBeNull();
    await person.click(dialog.getByRole('switch', { name: 'Share with colleagues' }));
    expect(dialog.getByText(/everyone sees their own runs/)).toBeTruthy();
    await person.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await person.click(await tab('Late'));
    expect(await screen.findByText(MEANING)).toBeTruthy();
  });

  it('begin each dialog with nothing of the one before', async () => {
    const { person } = open([aView('One', {}), aView('Two', {})]);
    for (const name of ['One', 'Two']) {
      await person.click(await tab(name));
      await choose(person, name, /Rename or share/);
      const dialog = within(await screen.findByRole('dialog'));
      const field = dialog.getByRole<HTMLInputElement>('textbox', { name: /Name/ });
      expect(field.value).toBe(name);
      await person.type(field, ' more');
      await person.click(dialog.getByRole('switch', { name: 'Share with colleagues' }));
      expect(dialog.getByText(/Everyone who sees/)).toBeTruthy();
      await person.click(dialog.getByRole('button', { name: 'Cancel' }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
  });

  it('offer nothing but a copy of what others share', async () => {
    const others = { shared: true, own: false, mayChange: false };
    const path = '/organizations?view=id-Late&text=z';
    const { person } = open([aView('Late', {}, others)], { path });
    expect(await screen.findByRole('button', { name: 'Save as new view' })).toBeTruthy();
    await person.click(await screen.findByRole('button', { name: 'Options of the view Late' }));
    const items = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
    expect(items).toEqual(['Undo changes', 'Save as new view', 'Open this page with this view']);
  });

  it('open the page by default, but not in place of what was asked for', async () => {
    const view = aView('Mine', { text: 'y' }, { default: true });
    const first = open([view], { path: '/organizations' });
    await waitFor(() => expect(first.search()).toMatchObject({ text: 'y', view: 'id-Mine' }));
    await first.person.click(await tab('All'));
    await waitFor(() => expect(first.search()).toEqual({ view: 'all' }));
  });

  it('are left alone by an address that says what to show', async () => {
    const view = aView('Mine', { text: 'y' }, { default: true });
    const { search } = open([view], { path: '/organizations?text=q' });
    await tab('Mine');
    expect(search()).toEqual({ text: 'q' });
  });

  it('are in a menu where there are many, but the open one is a tab', async () => {
    const views = Array.from({ length: 30 }, (_, at) =>
      aView(`View ${at + 10}`, { text: `${at}` }),
    );
    const { person, search } = open(views, { path: '/organizations?view=id-View 30&text=20' });
    expect(await isCurrent('View 30')).toBe(true);
    expect((await tabs()).getAllByRole('link')).toHaveLength(8);
    await person.click(await screen.findByRole('button', { name: '23 more views' }));
    await person.click(await screen.findByRole('menuitem', { name: /View 39/ }));
    await waitFor(() => expect(search()).toMatchObject({ view: 'id-View 39' }));
  });

  it('can’t be loaded and says so', async () => {
    open([], { more: { SavedViews: new Error('x') } });
    expect(await screen.findByText('Couldn’t load your views.')).toBeTruthy();
  });
});

describe('views of an earlier version', () => {
  const kept = [
    { name: 'One', search: { status: 'BLOCKED' } },
    { name: 'Two', search: { newer: 'x' } },
    { name: 'Three', search: {} },
  ];
  const KEY = 'keyway.views.viewer-1';
  const matrix = {
    MatrixPage: { organizations: { totalCount: 0, pageInfo, nodes: [] } },
    MatrixChanges: { runsChanged: null },
    Tasks: tasksAnswer([]),
  };
  const names = () =>
    (JSON.parse(localStorage.getItem(KEY) ?? '[]') as { name: string }[]).map(({ name }) => name);

  it('are imported once, under another name where theirs is taken, and none is lost', async () => {
    localStorage.setItem(KEY, JSON.stringify(kept));
    const { person, sent } = open([aView('One', { status: 'BLOCKED' })], {
      path: '/?text=x',
      more: {
        ...matrixOf(matrix),
        SaveView: ({ input }) =>
          input.name === 'Two'
            ? { saveView: refusal('CONFLICT', 'name', 'taken') }
            : input.name === 'Three'
              ? { saveView: refusal('INVALID_INPUT', 'name', 'wrong') }
              : { saveView: { view: aView(input.name as string, {}), userErrors: [] } },
      },
    });
    await person.click(await screen.findByRole('button', { name: /Import 3/ }));
    await waitFor(() => expect(names()).toEqual(['Three']));
    // The first is on the server already.
    expect(sent('SaveView').map(({ input }) => input.name)).toEqual(['Two', 'Two (2)', 'Three']);
    expect(sent('SaveView')[1]?.['input']).toMatchObject({ search: { newer: 'x' }, shared: false });
    expect(await screen.findByText(/Couldn’t import: Three/)).toBeTruthy();
  });

  it('stay where the limit is reached, and can be put off', async () => {
    localStorage.setItem(KEY, JSON.stringify(kept));
    const full = { view: null, userErrors: [{ code: 'CONFLICT', message: 'full', field: null }] };
    const more = { ...matrixOf(matrix), SaveView: { saveView: full } };
    const { person } = open([], { path: '/?text=x', more });
    await person.click(await screen.findByRole('button', { name: /Import 3/ }));
    expect(await screen.findByText('full')).toBeTruthy();
    expect(names()).toEqual(['One', 'Two', 'Three']);
    await person.click(await screen.findByRole('button', { name: 'Not now' }));
    expect(screen.queryByText(/stored in this browser alone/)).toBeNull();
    expect(screen.getByRole('button', { name: /Import 3/ })).toBeTruthy();
  });
});

/** A matrix with one row: without any, the page says how to begin. */
function matrixOf(answers: Answers): Answers {
  const own = { id: 'o', name: 'Contoso', imsOrgId: 'o', archivedAt: null };
  const node = { ...own, keyHealth: aHealth(), currentRun: null };
  return {
    ...answers,
    MatrixPage: { organizations: { totalCount: 1, pageInfo, nodes: [node] } },
  };
}
