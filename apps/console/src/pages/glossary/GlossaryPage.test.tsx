// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import { GLOSSARY_TERMS } from './glossaryTerms.ts';

const count = Object.values(GLOSSARY_TERMS).flat().length;

it('explains each term, which leads to its rules', async () => {
  const { person, router } = openConsole('/glossary', {
    answers: { RuleCatalog: PENDING },
  });
  const own = within(await screen.findByRole('region', { name: 'In Keyway' }));
  expect(own.getByText('Point of no return').tagName).toBe('DT');
  expect(screen.getAllByRole('definition')).toHaveLength(count);
  await person.click(screen.getByRole('link', { name: 'Rule IRR-09' }));
  await expect.poll(() => router.latestLocation.pathname).toBe('/rules');
  expect(router.latestLocation.search).toEqual({ text: 'IRR-09' });
});

it('is in Spanish', async () => {
  openConsole('/glossary', { locale: 'es', answers: {} });
  expect(await screen.findByRole('heading', { level: 1, name: 'Glosario' })).toBeTruthy();
  expect(screen.getByText('Punto de no retorno')).toBeTruthy();
  expect(screen.getAllByRole('definition')).toHaveLength(count);
});
