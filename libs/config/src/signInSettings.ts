/** The settings of signing in. */
import { issuer } from './addressTypes.ts';
import { optional, setting } from './setting.ts';
import * as type from './settingTypes.ts';
import { signInProviders } from './signInProviders.ts';

const SEE_PROVIDERS = 'See [several sign-in providers](#several-sign-in-providers)';
const SEE_STEP_UP = 'See [signing in again](#signing-in-again-before-approving)';
const EXAMPLE_PROVIDERS =
  '[{"id":"contoso","name":"Contoso","issuer":"https://login.example.com","clientId":"keyway","clientSecret":"the-secret-of-that-client","emailDomains":["contoso.com"]}]';

export const SIGN_IN_SETTINGS = {
  oidcIssuer: optional({
    name: 'OIDC_ISSUER',
    description: 'Issuer of the sign-in provider (OpenID Connect)',
    type: issuer,
    defaultText: 'none; in sandbox mode the sandbox’s provider',
    example: 'https://login.example.com',
    usedBy: ['api'],
  }),
  oidcClientId: optional({
    name: 'OIDC_CLIENT_ID',
    description: 'Client ID at the sign-in provider',
    type: type.text,
    defaultText: 'none; in sandbox mode the sandbox’s client',
    example: 'keyway-console',
    usedBy: ['api'],
  }),
  oidcClientSecret: optional({
    name: 'OIDC_CLIENT_SECRET',
    description: 'Client secret at the sign-in provider',
    type: type.text,
    defaultText: 'none; in sandbox mode the sandbox’s client secret',
    example: 'the-secret-of-that-client',
    usedBy: ['api'],
    secret: true,
  }),
  oidcProviders: setting({
    name: 'KEYWAY_OIDC_PROVIDERS',
    description: `Further sign-in providers. ${SEE_PROVIDERS}`,
    type: signInProviders,
    default: [],
    defaultText: 'none',
    example: EXAMPLE_PROVIDERS,
    usedBy: ['api'],
    secret: true,
  }),
  stepUpSeconds: optional({
    name: 'KEYWAY_STEP_UP_SECONDS',
    description: `Seconds since signing in after which people sign in again to approve, submit and give access. ${SEE_STEP_UP}`,
    type: type.integer(60, 86_400, 'seconds'),
    defaultText: 'none: a session suffices',
    example: '900',
    usedBy: ['api'],
  }),
  stepUpAcr: optional({
    name: 'KEYWAY_STEP_UP_ACR',
    description: `Values of the claim \`acr\`, separated by spaces, of which a sign-in has one to approve, submit and give access. ${SEE_STEP_UP}`,
    type: type.text,
    defaultText: 'none: any sign-in suffices',
    example: 'phrh phr',
    usedBy: ['api'],
  }),
  ownerEmail: optional({
    name: 'KEYWAY_OWNER_EMAIL',
    description:
      'Who signs in at the main provider with this verified email address becomes owner, while the partner has none',
    type: type.email,
    defaultText: 'none; the bootstrap token can invite the first owner',
    example: 'ana@example.com',
    usedBy: ['api'],
  }),
};
