import { expect, it } from 'vitest';
import { decisionRecords } from './decisionIndex.ts';

const records = decisionRecords();

it.each(records)('$file is a MADR record', ({ file, title, status, date, sections }) => {
  expect(title).toMatch(new RegExp(`^${file.slice(0, 4)} \\S`));
  expect(status).toMatch(/^(?:proposed|accepted|rejected|deprecated|superseded by \[\d{4}\].*)$/);
  expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
  expect(sections).toEqual(
    expect.arrayContaining(['Context and Problem Statement', 'Considered Options']),
  );
  expect(sections.indexOf('Decision Outcome')).toBeGreaterThan(
    sections.indexOf('Considered Options'),
  );
  expect(sections.indexOf('Consequences')).toBeGreaterThan(sections.indexOf('Decision Outcome'));
});

it('gives every record a number of its own', () => {
  const numbers = records.map(({ file }) => file.slice(0, 4));
  expect(numbers).toEqual([...new Set(numbers)]);
});
