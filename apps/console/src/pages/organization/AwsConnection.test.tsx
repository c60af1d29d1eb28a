// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aKeyHealth, healthAnswers } from '../../fixtures/aKeyHealth.ts';
import { anOrganization } from '../../fixtures/anOrganization.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const ROLE = 'arn:aws:iam::111122223333:role/KeywayRead';
const TRUST = {
  ...{ roleArn: '', externalId: 'keyway-external', region: 'us-east-1' },
  ...{ trustPolicy: '{"Trust":1}', permissionsPolicy: '{"Permissions":1}' },
};
const CONNECTION = {
  ...{ state: 'NOT_TRIED', checkedAt: null, nextCheckAt: null, code: null, message: null },
  ...{
    cause: null,
    remedy: null,
    clientId: ROLE,
    tenantId: null,
    subscriptionId: null,
    replacement: null,
  },
};
const MAY = ['connectAws', 'disconnectAws'];
const onAws = (part: object = {}, mutations = MAY) =>
  anOrganization(mutations, {
    cloud: 'AWS',
    region: 'VA6',
    aws: null,
    awsConnection: null,
    ...part,
  });
const connected = onAws({ aws: { ...TRUST, roleArn: ROLE }, awsConnection: CONNECTION });

function open(shown = onAws(), answers: Answers = {}, locale: Locale = 'en') {
  return openConsole('/organizations/organization-1', {
    locale,
    answers: {
      Organization: { organization: shown },
      Connections: { organization: shown },
      Aws: { organization: shown },
      ...healthAnswers(aKeyHealth({ health: 'NOT_WATCHED', tracks: [] })),
      ...answers,
    },
  });
}
const panel = async () =>
  within((await screen.findByRole('heading', { name: 'AWS' })).closest('section')!);
const done = (mutation: string, now: object) => ({
  [mutation]: { organization: now, userErrors: [] },
});

it('makes the external ID first, shows what to paste, then stores the role', async () => {
  const prepared = onAws({ aws: TRUST });
  let answered = 0;
  const { person, sent } = open(onAws(), {
    ConnectAws: () => done('connectAws', (answered += 1) === 1 ? prepared : connected),
  });
  const aws = await panel();
  await person.click(await aws.findByRole('button', { name: 'Connect' }));
  expect(aws.queryByRole('textbox', { name: /^Role ARN/ })).toBeNull();
  await person.click(aws.getByRole('button', { name: 'Create external ID' }));
  expect(await aws.findByText('{"Trust":1}')).toBeTruthy();
  expect(aws.getByText('{"Permissions":1}')).toBeTruthy();
  for (const name of ['Trust policy', 'Permissions policy', 'External ID'])
    expect(aws.getByRole('button', { name: `Copy ${name}` })).toBeTruthy();
  const save = aws.getByRole('button', { name: 'Save' });
  expect(save.hasAttribute('disabled')).toBe(true);
  await person.type(aws.getByRole('textbox', { name: /^Role ARN/ }), ` ${ROLE} `);
  await person.click(save);
  expect(await aws.findByText('Saved, not checked yet')).toBeTruthy();
  const [first, second] = sent('ConnectAws').map(({ input }) => input);
  expect(first).toMatchObject({ organizationId: 'organization-1', region: 'us-east-1' });
  expect(first).not.toHaveProperty('roleArn');
  expect(second).toMatchObject({ roleArn: ROLE, region: 'us-east-1' });
});

it('shows at the field why the role was refused, and keeps what was typed', async () => {
  const message = 'Enter the ARN of a role.';
  const { person } = open(onAws({ aws: TRUST }), {
    ConnectAws: {
      connectAws: {
        organization: null,
        userErrors: [{ code: 'INVALID_INPUT', message, field: ['roleArn'] }],
      },
    },
  });
  const aws = await panel();
  await person.click(await aws.findByRole('button', { name: 'Continue connecting' }));
  const field = aws.getByRole<HTMLInputElement>('textbox', { name: /^Role ARN/ });
  await person.type(field, 'KeywayRead');
  await person.click(aws.getByRole('button', { name: 'Save' }));
  expect(await aws.findAllByText(message)).toHaveLength(1);
  expect(field.value).toBe('KeywayRead');
});

it('says why AWS refused the role, in the person’s language, and tries it again', async () => {
  const failed = {
    ...{ ...CONNECTION, state: 'FAILED', checkedAt: '2026-11-25T12:00:00Z' },
    ...{ code: 'AccessDenied', cause: 'AWS no permite el rol.', remedy: 'Copie la directiva.' },
  };
  const shown = onAws({ aws: { ...TRUST, roleArn: ROLE }, awsConnection: failed });
  const { person, sent } = open(shown, { TryAws: done('tryConnection', connected) }, 'es');
  const aws = await panel();
  expect(await aws.findByText(/AWS no permite el rol\. Copie la directiva\./)).toBeTruthy();
  await person.click(aws.getByRole('button', { name: 'Comprobar de nuevo' }));
  await expect.poll(() => sent('TryAws')[0]?.input).toMatchObject({ kind: 'AWS' });
});

it('disconnects only after a question', async () => {
  const { person, sent } = open(connected, { DisconnectAws: done('disconnectAws', onAws()) });
  const aws = await panel();
  await person.click(await aws.findByRole('button', { name: 'Disconnect' }));
  const question = within(await screen.findByRole('alertdialog', { name: 'Disconnect AWS?' }));
  expect(sent('DisconnectAws')).toEqual([]);
  await person.click(question.getByRole('button', { name: 'Disconnect' }));
  expect(await aws.findByRole('button', { name: 'Connect' })).toBeTruthy();
});

it('offers nothing that the server does not allow', async () => {
  open(onAws({}, []));
  const aws = await panel();
  expect(await aws.findByText('Not connected')).toBeTruthy();
  expect(aws.queryAllByRole('button')).toEqual([]);
});

it('says why it could not be loaded, and is loaded again', async () => {
  const { person } = open(onAws(), {
    Aws: failsOnce('Too busy.', () => ({ organization: onAws() })),
  });
  await person.click(
    within(
      (await screen.findByText('Couldn’t load the AWS connection')).closest('section')!,
    ).getByRole('button', { name: 'Try again' }),
  );
  expect(await (await panel()).findByRole('button', { name: 'Connect' })).toBeTruthy();
});
