// @vitest-environment jsdom
/** What was read in AWS is on the cards of KEY and POLICY, and nothing of it on Azure. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aKeyPolicy, aKmsAnswer, aKmsKey, KEY_ARN, kmsRun } from '../../../fixtures/aKmsAnswer.ts';
import { serverError } from '../../../fixtures/AnsweringLink.ts';
import { aRun } from '../../../fixtures/aRun.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import { openConsole } from '../../../testing/openConsole.tsx';

function open(answer: object, locale: 'en' | 'es' = 'en') {
  const answers = { ...runAnswers(kmsRun), RunKms: answer };
  return openConsole('/runs/run-1', { locale, answers });
}
const card = async (name: 'Key' | 'Key policy') =>
  within(
    await screen.findByRole('article', { name: name === 'Key' ? /Key(?! policy)/ : /Key policy/ }),
  );

it('shows the facts of the key, and what KMS does not state', async () => {
  open(aKmsAnswer({ kmsKey: aKmsKey({ origin: 'EXTERNAL', keyManager: null }) }));
  const key = await card('Key');
  for (const text of [
    ...['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', 'Enabled', 'EXTERNAL', 'Single-Region'],
    ...['Every 365 days', 'Not stated by KMS'],
  ])
    expect(await key.findByText(text)).toBeTruthy();
  expect(document.body.textContent).toContain(KEY_ARN.slice(0, 20));
});

it('shows that rotation is off', async () => {
  open(
    aKmsAnswer({
      kmsKey: aKmsKey({ rotation: { enabled: false, periodInDays: null, nextRotation: null } }),
    }),
  );
  expect(await (await card('Key')).findByText('Off')).toBeTruthy();
});

it('says of a rotation that nobody could read that it is not known', async () => {
  open(aKmsAnswer({ kmsKey: aKmsKey({ rotation: null }) }));
  expect(await (await card('Key')).findByText('Couldn’t be read')).toBeTruthy();
});

it('shows statement by statement what is present, differs and is missing', async () => {
  const { person } = open(
    aKmsAnswer({
      keyPolicy: aKeyPolicy({ extraPrincipals: ['*', 'arn:aws:iam::444455556666:root'] }),
    }),
  );
  const policy = await card('Key policy');
  const list = within(await policy.findByRole('list', { name: 'Adobe’s statements' }));
  const items = list.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(items).toEqual(
    ['Present', 'Differs in Action and Condition', 'Missing'].map((state): unknown =>
      expect.stringContaining(state),
    ),
  );
  expect(policy.getByText('The key’s policy has 1 of 3.')).toBeTruthy();
  expect(policy.getByText(/its Sid is “Adobe Enable/)).toBeTruthy();
  // Both sides of what differs are open; of what is present, at a press.
  expect(list.getAllByText('On the key')).toHaveLength(1);
  await person.click(list.getAllByRole('button', { name: 'Show statement' })[0]!);
  expect(list.getAllByText('On the key')).toHaveLength(2);
  expect(policy.getByText('Everybody (*) and arn:aws:iam::444455556666:root')).toBeTruthy();
  expect(policy.getByRole('heading', { name: 'Merged policy' })).toBeTruthy();
  expect(policy.getByText(/merged"/)).toBeTruthy();
});

it('offers no merge where nothing lacks', async () => {
  const [present] = aKeyPolicy().statements;
  open(aKmsAnswer({ keyPolicy: aKeyPolicy({ statements: [present!] }) }));
  const policy = await card('Key policy');
  expect(await policy.findByText('Kept')).toBeTruthy();
  expect(policy.queryByRole('heading', { name: 'Merged policy' })).toBeNull();
});

it('lists the statements to compare by hand where the policy was not read', async () => {
  const statements = aKeyPolicy().statements.map((one) => ({
    ...{ ...one, state: null, parts: [], foundSid: null, found: null },
  }));
  const unread = { current: null, keepsAdmin: null, merged: null };
  open(aKmsAnswer({ keyPolicy: aKeyPolicy({ statements, ...unread }) }));
  const policy = await card('Key policy');
  expect(await policy.findByText(/hasn’t read the policy/)).toBeTruthy();
  expect(policy.queryByText('Missing')).toBeNull();
  expect(policy.queryByText('Account’s own statement')).toBeNull();
});

it('keeps every policy that was pasted, with who did it', async () => {
  const { person } = open(aKmsAnswer({}, ['{ "second": 2 }', '{ "first": 1 } // note']));
  const policy = await card('Key policy');
  await person.click(await policy.findByRole('button', { name: 'Show 2 pasted policies' }));
  const pasted = within(policy.getByRole('list', { name: 'Pasted policies' }));
  expect(pasted.getAllByRole('listitem')).toHaveLength(2);
  expect(pasted.getByText('{ "first": 1 } // note')).toBeTruthy();
  expect(pasted.getAllByText(/Omar Operator/)).toHaveLength(2);
});

it('says that it failed, and tries again', async () => {
  let answer: object = serverError('down');
  const { person } = open(() => answer);
  const policy = await card('Key policy');
  const again = await policy.findByRole('button', { name: 'Try again' });
  expect(policy.getByText('Couldn’t load the key policy')).toBeTruthy();
  answer = aKmsAnswer();
  await person.click(again);
  expect(await policy.findByText('The key’s policy has 1 of 3.')).toBeTruthy();
});

it('is in Spanish, too', async () => {
  open(aKmsAnswer(), 'es');
  expect(await screen.findByText('Difiere en Action y Condition')).toBeTruthy();
  expect(screen.getByText('Directiva combinada', { selector: 'h4' })).toBeTruthy();
});

it('asks nothing of AWS on Azure', async () => {
  const { sent } = openConsole('/runs/run-1', { answers: runAnswers(aRun()) });
  await screen.findAllByRole('article');
  expect(sent('RunKms')).toEqual([]);
});
