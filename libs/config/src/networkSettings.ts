/** The settings of a corporate network, by the names that other programs use too. */
import { proxyAddress, proxyBypass } from './proxyTypes.ts';
import { optional, setting } from './setting.ts';
import * as type from './settingTypes.ts';

const SERVERS = ['api', 'worker'] as const;
const SEE_NETWORK = 'See [corporate networks](#corporate-networks)';

export const NETWORK_SETTINGS = {
  httpsProxy: optional({
    name: 'HTTPS_PROXY',
    description: `Proxy that clouds, sign-in providers and receivers of webhooks are called through; also as \`https_proxy\`. ${SEE_NETWORK}`,
    type: proxyAddress,
    example: 'http://proxy.example.com:3128',
    usedBy: SERVERS,
    secret: true,
    lowerCase: true,
  }),
  noProxy: setting({
    name: 'NO_PROXY',
    description: 'What is called without the proxy; also as `no_proxy`',
    type: proxyBypass,
    default: { all: false, names: [], ranges: [] },
    defaultText: 'none',
    example: '.internal.example.com,10.0.0.0/8',
    usedBy: SERVERS,
    lowerCase: true,
  }),
  extraCaCerts: optional({
    name: 'NODE_EXTRA_CA_CERTS',
    description: 'PEM file of certificate authorities that count besides the public ones',
    type: type.file,
    example: '/etc/ssl/corporate-ca.pem',
    usedBy: SERVERS,
    readByNode: true,
  }),
};
