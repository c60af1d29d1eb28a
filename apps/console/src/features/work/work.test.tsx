// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aRun, NOW } from '../../fixtures/aRun.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import type { RunView } from '../run/data/runFields.ts';
import { done, openConsole, refused } from '../../testing/openConsole.tsx';

const OMAR = { id: 'viewer-1', name: 'Omar Operator', removedAt: null };
const LATE = { dueAt: '2020-01-31T12:00:00.000Z', overdue: true };
const DIALOG = { name: 'Assign the run of Contoso Health' };

const open = (run: RunView, more: Parameters<typeof openConsole>[1]['answers'] = {}) =>
  openConsole('/runs/run-1', {
    answers: {
      ...runAnswers(run),
      Assignees: { assignees: [{ id: 'member-2', name: 'Ana Admin' }] },
      ...more,
    },
  });

describe('the head of a run', () => {
  it('says who is responsible, and emphasizes what is late', async () => {
    open(aRun({ owner: OMAR, ...LATE }));
    expect(await screen.findByText('Omar Operator')).toBeTruthy();
    expect(screen.getByText('Overdue since Jan 31, 2020').tagName).toBe('STRONG');
  });

  it('says whose turn it is, and since when', async () => {
    const [step] = aRun().tracks[0]!.steps;
    const since = new Date(Date.now() - 5 * 86_400_000).toISOString();
    const tracks = [{ ...aRun().tracks[0]!, steps: [{ ...step!, status: 'BLOCKED', since }] }];
    open(aRun({ status: 'BLOCKED', waitingOn: ['PARTNER', 'ADOBE'], tracks } as Partial<RunView>));
    const turn = await screen.findByText(/^Waiting on: your team and Adobe/);
    expect(turn.textContent).toBe('Waiting on: your team and Adobe · for 5 days');
  });

  it('declines in Spanish whom it waits on', async () => {
    const run = aRun({ status: 'WAITING', waitingOn: ['PARTNER', 'AZURE_ADMIN'] });
    openConsole('/runs/run-1', { locale: 'es', answers: runAnswers(run) });
    const text = 'A la espera de su equipo y del administrador de Azure';
    expect(await screen.findByText(text)).toBeTruthy();
  });

  it('says that nobody is, and that an owner was removed', async () => {
    open(aRun({ owner: { ...OMAR, id: 'x', removedAt: NOW }, mayAssign: false }));
    expect(await screen.findByText(/\(removed\)/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Assign…' })).toBeNull();
  });

  it('speaks Spanish', async () => {
    openConsole('/runs/run-1', { locale: 'es', answers: runAnswers(aRun(LATE)) });
    expect(await screen.findByText('Nadie')).toBeTruthy();
    expect(screen.getByText(/^Vencido desde el 31 ene/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Asignar…' })).toBeTruthy();
  });
});

describe('assigning', () => {
  it('sends what changed and nothing else', async () => {
    const run = aRun({ dueAt: '2030-01-31T12:00:00.000Z' });
    const { person, sent } = open(run, { AssignRun: done('assignRun', run) });
    await person.click(await screen.findByRole('button', { name: 'Assign…' }));
    const dialog = within(await screen.findByRole('dialog', DIALOG));
    const confirm = dialog.getByRole('button', { name: 'Assign' });
    expect(confirm.hasAttribute('disabled')).toBe(true);
    await person.click(dialog.getByRole('button', { name: 'Assign to me' }));
    await person.click(confirm);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(sent('AssignRun')[0]?.input).toEqual({
      ...{ runId: 'run-1', ownerId: 'viewer-1' },
      idempotencyKey: expect.stringMatching(/.{16,}/) as string,
    });
  });

  it('takes away the owner and the date', async () => {
    const run = aRun({ owner: OMAR, ...LATE });
    const { person, sent } = open(run, { AssignRun: done('assignRun', aRun()) });
    await person.click(await screen.findByRole('button', { name: 'Assign…' }));
    const dialog = within(await screen.findByRole('dialog', DIALOG));
    await person.click(dialog.getByRole('button', { name: 'Unassign' }));
    const past = 'This day is past: the run will be overdue at once.';
    expect(dialog.getByText(past)).toBeTruthy();
    await person.clear(dialog.getByLabelText('Due'));
    expect(dialog.queryByText(past)).toBeNull();
    await person.click(dialog.getByRole('button', { name: 'Assign' }));
    await expect.poll(() => sent('AssignRun')).toHaveLength(1);
    expect(sent('AssignRun')[0]?.input).toMatchObject({ ownerId: null, dueAt: null });
  });

  it('finds others by name, and sends no text that names nobody', async () => {
    const { person, sent } = open(aRun(), { AssignRun: done('assignRun', aRun()) });
    await person.click(await screen.findByRole('button', { name: 'Assign…' }));
    const dialog = within(await screen.findByRole('dialog', DIALOG));
    const field = dialog.getByRole('combobox', { name: 'Responsible' });
    const confirm = dialog.getByRole('button', { name: 'Assign' });
    await person.type(field, 'Ana');
    expect(confirm.hasAttribute('disabled')).toBe(true);
    await expect.poll(() => sent('Assignees').at(-1)).toMatchObject({ text: 'Ana' });
    await person.click(await screen.findByRole('option', { name: 'Ana Admin' }));
    await person.click(confirm);
    await expect.poll(() => sent('AssignRun')).toHaveLength(1);
    expect(sent('AssignRun')[0]?.input).toMatchObject({ ownerId: 'member-2' });
  });

  it('forgets a text that names nobody when the field is left', async () => {
    const { person } = open(aRun({ owner: OMAR }));
    await person.click(await screen.findByRole('button', { name: 'Assign…' }));
    const dialog = within(await screen.findByRole('dialog', DIALOG));
    const field = dialog.getByRole<HTMLInputElement>('combobox', { name: 'Responsible' });
    await person.type(field, 'Zoe{Tab}');
    await expect.poll(() => field.value).toBe('Omar Operator');
    expect(dialog.getByRole('button', { name: 'Unassign' })).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Assign' }).hasAttribute('disabled')).toBe(true);
  });

  it('stays open and says why it was refused', async () => {
    const message = 'Omar was removed.';
    const { person } = open(aRun(), {
      AssignRun: refused('assignRun', 'INVALID_INPUT', message, 'ownerId'),
    });
    await person.click(await screen.findByRole('button', { name: 'Assign…' }));
    const dialog = within(await screen.findByRole('dialog', DIALOG));
    await person.click(dialog.getByRole('button', { name: 'Assign to me' }));
    await person.click(dialog.getByRole('button', { name: 'Assign' }));
    expect(await dialog.findByText(message)).toBeTruthy();
  });
});

describe('comments', () => {
  it('are written in the activity, and shown as text with what they are about', async () => {
    const text = '<b>Call</b>\nthem.';
    const entry = {
      ...{ id: 'e', at: NOW, actor: 'Ana (console)', kind: 'commentAdded', summary: 'Commented' },
      data: { text, track: 'AEP', step: 'VAULT' },
    };
    const run = aRun();
    const history = {
      edges: [{ cursor: 'e', node: entry }],
      pageInfo: { hasNextPage: false, endCursor: null },
    };
    const { person, sent } = open(run, {
      RunHistory: { run: { id: run.id, version: run.version, history } },
      AddComment: done('addComment', run),
    });
    const shown = await screen.findByText((_, element) => element?.textContent === text);
    expect(shown.querySelector('b')).toBeNull();
    const place = screen.getByRole('link', { name: 'AEP · Vault' });
    expect(place.getAttribute('href')).toBe('/runs/run-1#step-AEP-VAULT');
    const head = () =>
      within(screen.getByRole('article', { name: /Vault/ })).getAllByRole('button');
    // The second press is of the address that the page has already.
    for (let turn = 0; turn < 2; turn += 1) {
      await person.click(place);
      await expect.poll(() => document.activeElement).toBe(head()[0]);
    }
    const box = screen.getByRole('textbox', { name: 'Comment' });
    const add = screen.getByRole('button', { name: 'Add comment' });
    expect(add.hasAttribute('disabled')).toBe(true);
    await person.type(box, ' Done. ');
    await person.click(add);
    await expect.poll(() => (box as HTMLTextAreaElement).value).toBe('');
    expect(sent('AddComment')[0]?.input).toMatchObject({ runId: 'run-1', text: 'Done.' });
  });

  it('are about a step where they are written there', async () => {
    const { person, sent } = open(aRun(), { AddComment: done('addComment', aRun()) });
    const card = within(await screen.findByRole('article', { name: /Vault/ }));
    await person.click(card.getByRole('button', { name: 'Comment…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Comment on Vault (AEP)' }));
    await person.type(dialog.getByRole('textbox', { name: /Comment/ }), 'Asked Ana.');
    await person.click(dialog.getByRole('button', { name: 'Add comment' }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(sent('AddComment')[0]?.input).toMatchObject({
      ...{ track: 'AEP', step: 'VAULT', text: 'Asked Ana.' },
    });
  });

  it('mention colleagues, who are offered at an @ and chosen by keyboard', async () => {
    const colleagues = [{ id: 'member-2', name: 'Ana Admin' }];
    const { person, sent } = open(aRun(), {
      AddComment: done('addComment', aRun()),
      Colleagues: { colleagues },
    });
    const box = await screen.findByRole('textbox', { name: 'Comment' });
    const written = () => (box as HTMLTextAreaElement).value;
    await person.type(box, 'Mail a@');
    expect(screen.queryByRole('combobox', { name: 'Mention a colleague' })).toBeNull();
    await person.type(box, 'b, @');
    const picker = await screen.findByRole('combobox', { name: 'Mention a colleague' });
    await expect.poll(() => document.activeElement).toBe(picker);
    await person.keyboard('An');
    await screen.findByRole('option', { name: 'Ana Admin' });
    expect(sent('Colleagues').at(-1)).toMatchObject({ text: 'An' });
    await person.keyboard('{ArrowDown}{Enter}');
    await expect.poll(written).toBe('Mail a@b, @Ana Admin ');
    await expect.poll(() => document.activeElement).toBe(box);
    await person.keyboard('please.');
    await person.click(screen.getByRole('button', { name: 'Add comment' }));
    await expect.poll(written).toBe('');
    expect(sent('AddComment')[0]?.input).toMatchObject({
      ...{ text: 'Mail a@b, @Ana Admin please.', mentions: ['member-2'] },
    });
  });

  it('are not offered to who only reads', async () => {
    open(aRun({ mayComment: false }));
    expect(await screen.findByRole('article', { name: /Vault/ })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Comment' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Comment…' })).toBeNull();
  });
});
