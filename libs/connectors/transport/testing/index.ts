/** What the tests of connectors share: a cloud that answers what a test wants. */
export { startFakeCloud } from './startFakeCloud.ts';
export type { FakeAnswer, FakeCloud, FakeRequest } from './startFakeCloud.ts';
export { startConnectProxy } from './startConnectProxy.ts';
export type { ConnectProxy, Misbehave } from './startConnectProxy.ts';
