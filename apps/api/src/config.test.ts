import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('has the documented defaults', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4000',
      databaseUrl: null,
      databaseMigrationUrl: null,
      databaseDirectUrl: null,
      dataDir: '.keyway',
      sandbox: false,
      sealing: null,
      lostSealingKey: null,
      providers: [],
      bootstrapToken: null,
      partnerName: 'My organization',
      pollScale: 1,
      logLevel: 'info',
      trustProxy: [],
      metrics: null,
      drainSeconds: 3,
      session: { idleSeconds: 4 * 3600, longestSeconds: 24 * 3600 },
    });
  });

  it('signs in with the sandbox’s provider in sandbox mode, unless another one is set', () => {
    expect(readConfig({ KEYWAY_CLOUD: 'sandbox' }).providers).toEqual([
      {
        id: 'main',
        name: 'Sandbox',
        issuer: 'http://localhost:8444',
        clientId: 'keyway-console',
        clientSecret: 'sandbox-console-secret',
        emailDomains: null,
        emailTrusted: false,
        assignsRoles: true,
        stepUp: null,
      },
    ]);
    const environment = { KEYWAY_CLOUD: 'sandbox', OIDC_ISSUER: 'http://127.0.0.1:9/' };
    expect(readConfig(environment).providers[0]?.issuer).toBe('http://127.0.0.1:9');
  });

  it('calls another provider by its host in sandbox mode too', () => {
    const name = (more: object) =>
      readConfig({ KEYWAY_CLOUD: 'sandbox', ...more }).providers[0]?.name;
    const own = { OIDC_ISSUER: 'https://login.example.com/tenant', OIDC_CLIENT_ID: 'keyway' };
    expect(name({ ...own, OIDC_CLIENT_SECRET: 's' })).toBe('login.example.com');
    // As `npm start` runs it on other ports.
    expect(name({ OIDC_ISSUER: 'http://localhost:18444' })).toBe('Sandbox');
  });

  it('checks the sealing key together with everything else', () => {
    const environment = { PORT: 'x', KEYWAY_SEALING_KEY_ID: 'https://keyway.vault.azure.net/' };
    expect(() => readConfig(environment)).toThrow(/^PORT .+\nKEYWAY_SEALING_KEY_ID .+$/);
  });
});
