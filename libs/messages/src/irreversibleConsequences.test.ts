import { expect, it } from 'vitest';
import { LOCALES } from '@keyway/core';
import { irreversibleConsequences } from './irreversibleConsequences.ts';

it.each(LOCALES)('lists all eight on Azure, and those about the key on AWS, in %s', (locale) => {
  const onAzure = irreversibleConsequences('AZURE', locale);
  const onAws = irreversibleConsequences('AWS', locale);
  expect(onAzure.map(({ rule }) => rule)).toEqual(
    ['01', '02', '03', '04', '05', '06', '07', '08'].map((number) => `IRR-${number}`),
  );
  expect(onAws.map(({ rule }) => rule)).toEqual(['IRR-01', 'IRR-04', 'IRR-05', 'IRR-08']);
  for (const { text } of onAws) expect(text).not.toMatch(/vault|almacén/i);
  for (const { text } of [...onAzure, ...onAws]) expect(text).toMatch(/^\S.*\.$/);
});
