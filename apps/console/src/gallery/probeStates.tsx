/** What a vault says to anybody while its key is typed: checking, found, or what is wrong. */
import { ApolloProvider } from '@apollo/client/react';
import { useState } from 'react';
import { clientOf } from '../apollo/clientOf.ts';
import { ProvideKeyDialog } from '../features/run/actions/ProvideKeyDialog.tsx';
import { AnsweringLink, PENDING, serverError } from '../fixtures/AnsweringLink.ts';
import { aRun, aTrack, VAULT_KEY } from '../fixtures/aRun.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const run = aRun({ tracks: [aTrack('AEP'), aTrack('CJA')] });
const VALID = {
  ...{ verdict: 'PASS', rules: ['VAL-01'], problems: [], cloud: 'public', kind: 'vault' },
  ...{ vault: 'kv-contoso', key: 'cmk', version: null, normalized: VAULT_KEY },
};
const FOUND = {
  ...{ cloud: 'public', kind: 'vault', exists: 'PASS', tenantId: TENANT },
  ...{ vaultUri: 'https://kv-contoso.vault.azure.net', addresses: ['20.1.2.3'] },
  ...{ privateLink: false, sentence: `kv-contoso exists in tenant ${TENANT}.` },
};

function Probe({ answer }: { answer: object }) {
  const [client] = useState(() =>
    clientOf(
      new AnsweringLink({
        InspectKey: { inspectKeyIdentifier: VALID },
        ProbeVault: answer,
      }),
    ),
  );
  return (
    <ApolloProvider client={client}>
      <ProvideKeyDialog run={run} track="AEP" onClose={() => undefined} />
    </ApolloProvider>
  );
}
const probe = (part: object) => () => <Probe answer={{ probeVault: { ...FOUND, ...part } }} />;

export const PROBE_DIALOGS = {
  'dialog-probe-checking': () => <Probe answer={PENDING} />,
  'dialog-probe-found': probe({}),
  'dialog-probe-tenant': probe({
    tenantId: '22222222-2222-4222-8222-222222222222',
    sentence: 'kv-contoso exists in tenant 22222222-2222-4222-8222-222222222222.',
  }),
  'dialog-probe-private': probe({ privateLink: true, addresses: ['10.1.2.3'] }),
  'dialog-probe-unreachable': probe({
    ...{ exists: 'UNKNOWN', tenantId: null, addresses: [], privateLink: null },
    sentence: 'kv-contoso did not answer, or not now. Whether it exists is unknown. Try again.',
  }),
  'dialog-probe-failed': () => <Probe answer={serverError('The database is unavailable.')} />,
};
