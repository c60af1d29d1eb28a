/** The form of a new organization, for tests of it. */
import { screen, within } from '@testing-library/react';
import { aConnection, anOrganization } from '../fixtures/anOrganization.ts';
import { PENDING, type Answers } from '../fixtures/AnsweringLink.ts';
import { aRun, IMS_ORG_ID, VAULT_KEY } from '../fixtures/aRun.ts';
import { done, openConsole } from './openConsole.tsx';

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const CJA_KEY = 'https://kv-contoso-cja.vault.azure.net/keys/cja';
export const PROJECT = {
  project: {
    org: { name: 'Contoso', ims_org_id: IMS_ORG_ID },
    workspace: {
      details: {
        credentials: [
          {
            oauth_server_to_server: {
              ...{ client_id: 'adobe', client_secrets: ['adobe-s3cret'], scopes: ['openid'] },
            },
          },
        ],
      },
    },
  },
};
export const PRINCIPAL = {
  ...{ clientId: 'azure', clientSecret: 'azure-s3cret', tenantId: TENANT },
  subscriptionId: '22222222-2222-4222-8222-222222222222',
};
export const CONNECTION = aConnection();
export const connected = (part: object = {}) =>
  anOrganization([], {
    ...{ adobeConnection: CONNECTION, azureConnection: CONNECTION, ...part },
  });
export const organizationOf = (mutation: string, part: object = {}) => ({
  [mutation]: { organization: connected(part), userErrors: [] },
});
export const ANSWERS: Answers = {
  ...{ Organization: PENDING, RunPage: PENDING, RunHistory: PENDING, ProbeVault: PENDING },
  Connections: { organization: connected() },
  CreateOrganization: {
    createOrganization: { organization: { id: 'organization-1', name: 'Contoso' }, userErrors: [] },
  },
  ConnectAdobe: organizationOf('connectAdobe'),
  ConnectAzure: organizationOf('connectAzure'),
  StartRun: { startRun: { run: { id: 'run-1' }, userErrors: [] } },
  ProvideKey: done('provideKey', aRun()),
  AttestStep: done('attestStep', aRun()),
  InspectKey: ({ identifier }) => ({
    inspectKeyIdentifier: {
      ...{
        verdict: 'PASS',
        kind: 'VAULT',
        cloud: 'public',
        vault: 'kv',
        key: 'cmk',
        version: null,
      },
      ...{ normalized: String(identifier), rules: [], problems: [] },
    },
  }),
};
export const MUTATIONS = [
  ...['CreateOrganization', 'ConnectAdobe', 'ConnectAzure', 'StartRun'],
  ...['ProvideKey', 'AttestStep'],
];

export function openForm(answers: Answers = {}, locale: 'en' | 'es' = 'en') {
  const opened = openConsole('/organizations/new', {
    ...{ locale, answers: { ...ANSWERS, ...answers } },
  });
  const inputs = (operation: string) =>
    opened.sent(operation).map(({ input }) => input as Record<string, unknown>);
  const counts = () => MUTATIONS.map((operation) => opened.sent(operation).length);
  const path = () => opened.router.state.location.pathname;
  return { ...opened, inputs, counts, path };
}
export type OpenedForm = ReturnType<typeof openForm>;

export const box = (name: RegExp) => screen.findByRole('textbox', { name });
/** As by a paste, which is one change. */
export async function write({ person }: OpenedForm, field: HTMLElement, text: string) {
  await person.click(field);
  await person.paste(text);
}
export const part = (name: RegExp) => within(screen.getByRole('region', { name }));
export const file = (content: object, name: string) =>
  new File([JSON.stringify(content)], name, { type: 'application/json' });

/** Everything by both files but what they don't say. */
export async function fillFromFiles(
  { person }: OpenedForm,
  contents: object[] = [PROJECT, PRINCIPAL],
) {
  await screen.findByRole('button', { name: 'Choose JSON files' });
  const choose = document.querySelector<HTMLInputElement>('input[type=file]')!;
  const files = contents.map((content, index) => file(content, `${index}.json`));
  await person.upload(choose, files);
  await screen.findByText(/^Filled in from Adobe: the client ID adobe/);
  if (contents.includes(PRINCIPAL)) await screen.findByText(/Filled in from Azure/);
  await person.click(screen.getByRole('radio', { name: /Healthcare Shield/ }));
  await person.click(screen.getByRole('radio', { name: /VA7/ }));
}
export async function fillRest(opened: OpenedForm) {
  await write(opened, await box(/^Key of Experience Platform/), VAULT_KEY);
  await write(opened, await box(/^Key of Customer Journey/), CJA_KEY);
  await write(opened, await box(/^How do you know/), 'In the contract of March');
  await opened.person.click(screen.getByRole('checkbox', { name: /^Also for Customer Journey/ }));
}
export const press = ({ person }: OpenedForm, name = 'Add organization') =>
  person.click(screen.getByRole('button', { name }));
/** The line of an act in the list. */
export const actLine = async (name: RegExp) => {
  const list = within(await screen.findByRole('region', { name: 'Progress' }));
  const lines = await list.findAllByRole('listitem');
  return within(lines.find((line) => name.test(line.textContent ?? ''))!);
};
