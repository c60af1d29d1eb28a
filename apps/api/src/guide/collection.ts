/**
 * `docs/api/keyway.postman_collection.json`: the guide's GraphQL examples for Postman, and for what
 * imports its collections, such as Bruno and Insomnia (format 2.1.0).
 */
import { readGuide, type Example } from './guideBlocks.ts';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
/** What the guide writes in capitals is a variable of the collection. */
const IDS = { ORGANIZATION_ID: 'organizationId', RUN_ID: 'runId' } as const;

const nameOf = ({ code }: Example): string => /^(?:query|mutation) (\w+)/.exec(code)?.[1] ?? '';

function variablesOf({ variables }: Example): string {
  let text = variables?.trim() ?? '{}';
  for (const [id, name] of Object.entries(IDS)) text = text.replaceAll(id, `{{${name}}}`);
  return text;
}

const requestOf = (example: Example) => ({
  name: nameOf(example),
  request: {
    method: 'POST',
    header: [{ key: 'Content-Type', value: 'application/json' }],
    body: {
      mode: 'graphql',
      graphql: { query: example.code, variables: variablesOf(example) },
    },
    url: { raw: '{{url}}/graphql', host: ['{{url}}'], path: ['graphql'] },
  },
});

/** What Postman does after each answer: it keeps the IDs that the next requests need. */
const KEEP_IDS = [
  // `data` is a name of Postman's own.
  'const answer = pm.response.json().data || {};',
  'const organization = answer.createOrganization && answer.createOrganization.organization;',
  'const run = answer.startRun && answer.startRun.run;',
  "if (organization) pm.collectionVariables.set('organizationId', organization.id);",
  "if (run) pm.collectionVariables.set('runId', run.id);",
];
const DESCRIPTION =
  'The examples of docs/api. Set the variables url and token (docs/api/authentication.md). ' +
  'AddOrganization sets organizationId and StartRun sets runId; set them yourself for others.';

/** The collection as JSON. It holds no token: that is a variable, and empty. */
export function collection(): string {
  const folders = readGuide().map(({ title, examples }) => ({
    name: title,
    item: examples.filter(({ kind }) => kind.startsWith('graphql')).map(requestOf),
  }));
  const content = {
    info: {
      name: 'Keyway',
      description: DESCRIPTION,
      schema: SCHEMA,
    },
    auth: {
      type: 'bearer',
      bearer: [{ key: 'token', value: '{{token}}', type: 'string' }],
    },
    variable: [
      { key: 'url', value: 'http://localhost:4000', type: 'string' },
      ...['token', ...Object.values(IDS)].map((key) => ({ key, value: '', type: 'string' })),
    ],
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: KEEP_IDS } }],
    item: folders.filter(({ item }) => item.length > 0),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
