// @vitest-environment jsdom
/** The offer of organizations to practice with, in an empty sandbox. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PENDING, type Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { shellAnswers } from '../../fixtures/shellAnswers.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import type { Role } from '../../generated/enums.ts';

const EMPTY = {
  organizations: {
    totalCount: 0,
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: [],
  },
};
const CREATED = {
  createPracticeOrganization: { organization: { id: 'organization-1' }, userErrors: [] },
};
const open = (
  answer: Answers[string],
  more: { role?: Role; locale?: 'en' | 'es'; answers?: Answers } = {},
) =>
  openConsole('/organizations', {
    role: more.role ?? 'OPERATOR',
    locale: more.locale ?? 'en',
    answers: {
      ...{ Organizations: EMPTY, Organization: PENDING },
      ...{ CreatePracticeOrganization: answer, ...more.answers },
    },
  });
const button = (name: string) => screen.findByRole('button', { name });

describe('practice in an empty sandbox', () => {
  it('leads to the organization that it made', async () => {
    const { person, sent, router } = open(CREATED);
    await person.click(await button('Try a broken one'));
    await expect.poll(() => router.latestLocation.pathname).toBe('/organizations/organization-1');
    expect(sent('CreatePracticeOrganization')).toMatchObject([{ input: { scenario: 'BROKEN' } }]);
  });

  it('has its name in the language of the console', async () => {
    const { person, sent } = open(CREATED, { locale: 'es' });
    await person.click(await button('Probar una correcta'));
    await expect.poll(() => sent('CreatePracticeOrganization')).toHaveLength(1);
    expect(sent('CreatePracticeOrganization')).toMatchObject([{ input: { locale: 'es-ES' } }]);
  });

  it('is asked for again with the same key after a failure', async () => {
    const { person, sent, router } = open(failsOnce('Timed out.', () => CREATED));
    await person.click(await button('Try a good one'));
    await person.click(await button('Try again'));
    await expect.poll(() => router.latestLocation.pathname).toBe('/organizations/organization-1');
    const [first, second] = sent('CreatePracticeOrganization');
    expect(first?.input).toMatchObject({ scenario: 'GOOD' });
    expect(second).toEqual(first);
  });

  it('says why it was refused', async () => {
    const userErrors = [{ code: 'CONFLICT', message: 'The sandbox is away.', field: null }];
    const refusal = { createPracticeOrganization: { organization: null, userErrors } };
    const { person } = open(refusal);
    await person.click(await button('Try a good one'));
    const practice = within((await screen.findByText('Practice first')).closest('section')!);
    expect(await practice.findByText('The sandbox is away.')).toBeTruthy();
  });

  it('is not offered to a role that only reads', async () => {
    open(CREATED, { role: 'AUDITOR' });
    expect(await screen.findByText('Add your first organization')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try a good one' })).toBeNull();
  });

  it('is not offered where clouds are real', async () => {
    const { Viewer } = shellAnswers('OPERATOR') as { Viewer: { environment: object } };
    const environment = { ...Viewer.environment, sandbox: false };
    open(CREATED, { answers: { Viewer: { ...Viewer, environment } } });
    expect(await screen.findByRole('link', { name: 'Add organization' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try a good one' })).toBeNull();
  });
});
