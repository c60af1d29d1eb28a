/** The settings that only the sandbox uses. */
import { join } from 'node:path';
import { setting } from './setting.ts';
import * as type from './settingTypes.ts';

const CALLBACKS = ['http://localhost:*/auth/callback', 'http://127.0.0.1:*/auth/callback'];

export const SANDBOX_SETTINGS = {
  sandboxPort: setting({
    name: 'KEYWAY_SANDBOX_PORT',
    description: 'Port of the sandbox’s clouds',
    type: type.port,
    default: 8443,
    defaultText: '8443; with `npm start` the next free one',
    example: '8443',
    usedBy: ['sandbox'],
  }),
  sandboxIdentityPort: setting({
    name: 'KEYWAY_SANDBOX_IDENTITY_PORT',
    description: 'Port of the sandbox’s sign-in provider',
    type: type.port,
    default: 8444,
    defaultText: '8444; with `npm start` the next free one',
    example: '8444',
    usedBy: ['sandbox'],
  }),
  sandboxHost: setting({
    name: 'KEYWAY_SANDBOX_HOST',
    description: 'Address that the sandbox listens on',
    type: type.host,
    default: '127.0.0.1',
    example: '127.0.0.1',
    usedBy: ['sandbox'],
  }),
  sandboxDir: setting({
    name: 'KEYWAY_SANDBOX_DIR',
    description: 'Folder of the sandbox’s certificate authority, secrets and state',
    type: type.folder,
    default: ({ dataDir }: { dataDir: string }) => join(dataDir, 'sandbox'),
    defaultText: '`DATA_DIR/sandbox`',
    example: '.keyway/sandbox',
    usedBy: ['sandbox'],
  }),
  sandboxState: setting({
    name: 'KEYWAY_SANDBOX_STATE',
    description: 'File of the sandbox’s state. Used by one process at a time',
    type: type.file,
    default: ({ sandboxDir }: { sandboxDir: string }) => join(sandboxDir, 'state.jsonl'),
    defaultText: '`state.jsonl` in `KEYWAY_SANDBOX_DIR`',
    example: '.keyway/sandbox/state.jsonl',
    usedBy: ['sandbox'],
  }),
  sandboxRedirectUris: setting({
    name: 'KEYWAY_SANDBOX_REDIRECT_URIS',
    description: 'Where the sandbox’s sign-in may redirect to; `*` stands for any port',
    type: type.redirectUris,
    default: CALLBACKS,
    defaultText: '`/auth/callback` on this machine; with `npm start` also under `PUBLIC_URL`',
    example: CALLBACKS.join(','),
    usedBy: ['sandbox'],
  }),
};
