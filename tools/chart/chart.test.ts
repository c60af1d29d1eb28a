/** What the Helm chart renders: valid, without rights, without secrets in the environment. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSettings, SETTINGS, type Setting } from '@keyway/config';
import { aCertificate } from '@keyway/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { inRoot } from '../bootstrap/places.mjs';
import { CHART } from './chartValues.ts';
import { findHelm, ofKind, podsOf, type Helm, type Resource } from './testing/helm.ts';

const found = await findHelm();
const missing = typeof found === 'string' ? found : null;
const helm = found as Helm;
const SETS = ['minimal', 'everything', 'small'] as const;
const settings = Object.values(SETTINGS) as Setting<unknown>[];

const scratch = mkdtempSync(join(tmpdir(), 'keyway-chart-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('has the version of the product', () => {
  const chart = parse(readFileSync(join(CHART, 'Chart.yaml'), 'utf8')) as Record<string, string>;
  expect(chart).toMatchObject({ version: manifest.version, appVersion: manifest.version });
});

/** The environment of a container, with the files that it names in place. */
async function environmentOf(resources: Resource[], role: string): Promise<Record<string, string>> {
  const [container] = podsOf(resources).get(role)!.spec.containers;
  const environment: Record<string, string> = { DATA_DIR: join(scratch, 'data') };
  const pair = await aCertificate();
  for (const { name, value } of container!.env) {
    const path = value?.startsWith('/etc/keyway/') ? join(scratch, value) : undefined;
    environment[name] = path ?? value ?? 'the-name-of-the-pod';
    if (!path) continue;
    const secret = settings.find((setting) => `${setting.name}_FILE` === name);
    mkdirSync(dirname(path), { recursive: true });
    const pem = path.endsWith('.key') ? pair.key : pair.certificate;
    writeFileSync(path, secret?.example ?? pem);
  }
  return environment;
}

describe.skipIf(missing !== null)(`the chart${missing ? ` (skipped: ${missing})` : ''}`, () => {
  describe.each(SETS)('with the values "%s"', (set) => {
    const resources = missing === null ? helm.render(set) : [];
    const pods = podsOf(resources);

    it('has no problem that Helm or the schemas of Kubernetes find', () => {
      expect(helm.lint(set)).toMatchObject({ status: 0 });
      expect(helm.problems(set)).toBe('');
    });

    it('runs every pod with the profile "restricted"', () => {
      expect([...pods.keys()]).toEqual(expect.arrayContaining(['api', 'worker']));
      for (const { spec } of pods.values()) {
        expect(spec.automountServiceAccountToken).toBe(false);
        expect(spec.securityContext).toMatchObject({
          ...{ runAsNonRoot: true, runAsUser: 65532, fsGroup: 65532 },
          seccompProfile: { type: 'RuntimeDefault' },
        });
        for (const { securityContext, resources: given } of spec.containers) {
          expect(securityContext).toEqual({
            ...{ allowPrivilegeEscalation: false, privileged: false, readOnlyRootFilesystem: true },
            capabilities: { drop: ['ALL'] },
          });
          expect(given.limits).toHaveProperty('memory');
        }
      }
    });

    it('has secrets as files alone, and each where it is mounted', () => {
      const secrets = settings.filter(({ secret }) => secret).map(({ name }) => name);
      for (const { spec } of pods.values())
        for (const { env, volumeMounts } of spec.containers) {
          const names = env.map(({ name }) => name);
          expect(names.filter((name) => secrets.includes(name))).toEqual([]);
          expect(JSON.stringify(env)).not.toMatch(/secretKeyRef|envFrom/);
          const files = spec.volumes.flatMap(({ name, secret }) => {
            const at = volumeMounts.find((mount) => mount.name === name)!;
            return (
              secret?.items.map(({ path }) =>
                at.subPath ? at.mountPath : `${at.mountPath}/${path}`,
              ) ?? []
            );
          });
          const named = env.flatMap(({ value }) => (value?.startsWith('/etc/') ? [value] : []));
          const secretNamed = named.filter((file) => !file.includes('extra-ca'));
          expect(files).toEqual(expect.arrayContaining(secretNamed));
          const unnamed = files.filter(
            (file) => !named.includes(file) && !/sealing\.key|database-ca/.test(file),
          );
          expect(unnamed, 'mounted and not needed').toEqual([]);
        }
    });

    it('names settings that exist, with values that the processes take', async () => {
      const known = settings.flatMap(({ name, secret }) => (secret ? [`${name}_FILE`] : [name]));
      for (const { spec } of pods.values())
        for (const { name } of spec.containers[0]!.env) expect(known).toContain(name);
      const api = readSettings('api', await environmentOf(resources, 'api'));
      const worker = readSettings('worker', await environmentOf(resources, 'worker'));
      expect(worker.publicUrl).toBe(api.publicUrl);
      expect(api.publicUrl).toMatch(/^https:\/\/(keyway|tools)\.example\.com/);
      expect(api.port).toBe(4000);
      expect(worker.workerName).toBe('the-name-of-the-pod');
      const { terminationGracePeriodSeconds: grace = 0 } = pods.get('api')!.spec;
      // The api lets what is under way end for 15 s after the drain.
      expect(grace).toBeGreaterThanOrEqual(api.drainSeconds + 20);
    });

    it('gives the owner’s login to the migration alone', () => {
      for (const [role, { spec }] of pods)
        if (role !== 'migrate')
          expect(JSON.stringify(spec)).not.toContain('database-migration-url');
    });

    it('never asks for the database to find out whether a process lives', () => {
      for (const [role, { spec }] of pods)
        if (role === 'api')
          expect(spec.containers[0]!.livenessProbe!.httpGet!.path).toBe('/healthz');
    });

    it('limits disruptions so that a node can always be drained, and selects its own pods', () => {
      for (const { spec, metadata } of ofKind(resources, 'PodDisruptionBudget')) {
        expect(spec).toMatchObject({ maxUnavailable: 1 });
        expect(spec).not.toHaveProperty('minAvailable');
        const role = metadata.labels['app.kubernetes.io/component']!;
        const { matchLabels } = spec['selector'] as { matchLabels: Record<string, string> };
        expect(pods.get(role)!.metadata.labels).toMatchObject(matchLabels);
      }
      for (const { spec, metadata } of ofKind(resources, 'Deployment')) {
        const isScaled = ofKind(resources, 'HorizontalPodAutoscaler').some(
          (scaler) => scaler.metadata.name === metadata.name,
        );
        expect(spec.replicas === undefined).toBe(isScaled);
      }
    });
  });

  it('lets traffic in from the ingress and the monitoring alone, and out to what is named', () => {
    const policies = ofKind(helm.render('everything'), 'NetworkPolicy');
    const byRole = new Map(
      policies.map((one) => [one.metadata.labels['app.kubernetes.io/component'], one.spec]),
    );
    expect([...byRole.keys()].sort()).toEqual(['api', 'migration', 'worker']);
    for (const spec of byRole.values()) expect(spec['policyTypes']).toEqual(['Ingress', 'Egress']);
    expect(byRole.get('worker')!['ingress']).toEqual([]);
    expect(byRole.get('migration')!['egress']).toEqual([
      {
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
      },
      {
        ports: [
          { port: 6432, protocol: 'TCP' },
          { port: 5432, protocol: 'TCP' },
        ],
        to: [{ ipBlock: { cidr: '10.1.2.0/28' } }],
      },
    ]);
  });

  it('asks the cluster’s DNS on the ports that it has', () => {
    const policies = ofKind(
      helm.render('minimal', 'networkPolicy.dnsPorts=[5353]'),
      'NetworkPolicy',
    );
    for (const { spec } of policies)
      expect((spec['egress'] as unknown[])[0]).toEqual({
        ports: [
          { port: 5353, protocol: 'UDP' },
          { port: 5353, protocol: 'TCP' },
        ],
      });
  });

  it('places the migration where its values say, without a sidecar that never ends', () => {
    const { metadata, spec } = podsOf(helm.render('everything')).get('migrate')!;
    expect(metadata.annotations).toEqual({ 'sidecar.istio.io/inject': 'false' });
    expect(spec).toMatchObject({
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      tolerations: [{ key: 'keyway', operator: 'Exists' }],
      imagePullSecrets: [{ name: 'registry' }],
    });
    // The chart's account would be made after the job that needs it.
    expect(spec).not.toHaveProperty('serviceAccountName');
  });

  it('writes numbers as settings have them, not as Helm does', () => {
    const { env } = podsOf(helm.render('everything')).get('worker')!.spec.containers[0]!;
    const valueOf = (name: string) => env.find((one) => one.name === name)?.value;
    expect(valueOf('OTEL_METRIC_EXPORT_INTERVAL')).toBe('3600000');
    expect(valueOf('OTEL_TRACES_SAMPLER_ARG')).toBe('0.00001');
  });

  it('is scraped under the name that the alert rules expect', () => {
    const rules = readFileSync(inRoot('deploy', 'monitoring', 'keyway.rules.yaml'), 'utf8');
    const jobs = [...rules.matchAll(/job="([^"]+)"/g)].map(([, job]) => job);
    const [monitor] = ofKind(
      helm.render('everything', 'fullnameOverride="other"'),
      'ServiceMonitor',
    );
    const [endpoint] = monitor!.spec['endpoints'] as { relabelings: unknown }[];
    expect(new Set(jobs)).toEqual(new Set(['keyway-api']));
    expect(endpoint!.relabelings).toEqual([
      { action: 'replace', targetLabel: 'job', replacement: jobs[0] },
    ]);
  });

  it('stays valid with the longest name of a release', () => {
    const name = 'k'.repeat(53);
    const names = helm
      .render('everything', `fullnameOverride="${name}"`)
      .map(({ metadata }) => metadata.name);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(63);
  });

  it('leads the paths of the public address to the api, and probes it as it serves', () => {
    const resources = helm.render('everything');
    const [ingress] = ofKind(resources, 'Ingress');
    expect(JSON.stringify(ingress!.spec)).toContain('"host":"tools.example.com"');
    const paths = [...JSON.stringify(ingress!.spec).matchAll(/"path":"([^"]+)"/g)];
    expect(paths.map(([, path]) => path)).toEqual([
      '/keyway',
      '/.well-known/oauth-authorization-server/keyway',
    ]);
    const [api] = podsOf(resources).get('api')!.spec.containers;
    expect(api!.livenessProbe!.httpGet).toMatchObject({ scheme: 'HTTPS' });
    const plain = helm.render('minimal', 'ingress.enabled=true');
    expect(JSON.stringify(ofKind(plain, 'Ingress')[0]!.spec)).toContain('"path":"/"');
  });

  it('makes what the migration needs before the migration', () => {
    const weights = helm
      .render('everything')
      .filter(({ metadata }) => metadata.annotations?.['helm.sh/hook'])
      .map(
        ({ kind, metadata }) =>
          [kind, Number(metadata.annotations!['helm.sh/hook-weight'])] as const,
      )
      .toSorted((a, b) => a[1] - b[1]);
    expect(weights.map(([kind]) => kind)).toEqual(['ExternalSecret', 'NetworkPolicy', 'Job']);
  });

  it('changes nothing else where a value is free text', () => {
    const hostile = 'x"\n  - name: DATABASE_URL\n    value: "postgresql://attacker';
    const given = `settings={"KEYWAY_PARTNER_NAME":${JSON.stringify(hostile)}}`;
    const { env } = podsOf(helm.render('minimal', given)).get('api')!.spec.containers[0]!;
    expect(env.find(({ name }) => name === 'KEYWAY_PARTNER_NAME')!.value).toBe(hostile);
    expect(env.map(({ name }) => name)).not.toContain('DATABASE_URL');
  });

  it.each<[string, string]>([
    ['publicUrl="http://keyway.example.com"', 'publicUrl'],
    ['settings={"KEYWAY_TLS_KEY":"x"}', "additional properties 'KEYWAY_TLS_KEY' not allowed"],
    ['image.repository=""', 'image/repository'],
    ...['K.example.com', 'k.example.com/graphql', 'k.example.com/a//b', 'k.example.com/ñ'].map(
      (address): [string, string] => [`publicUrl="https://${address}"`, 'publicUrl'],
    ),
    ['image.digest="sha256:1"', 'image/digest'],
    ['image.tag="a b"', 'image/tag'],
    ['nameOverride="My_Name"', "can't be the name of a Service"],
    ['fullnameOverride="1keyway"', "can't be the name of a Service"],
    ['metrics.port=4000', 'metrics.port is 4000'],
    ['service.port=9464', 'service.port and metrics.port are the same'],
    [
      'api.podLabels={"app.kubernetes.io/component":"x"}',
      'api.podLabels has app.kubernetes.io/component',
    ],
    ['networkPolicy.dnsPorts=[]', 'dnsPorts'],
    ['replicas=3', "additional properties 'replicas' not allowed"],
    ['api.replica=3', "additional properties 'replica' not allowed"],
    ['api.replicas="two"', 'api/replicas'],
    ['settings={"DATABASE_URL":"x"}', "additional properties 'DATABASE_URL' not allowed"],
    ['settings={"KEYWAY_CLOUD":"sandbox"}', "additional properties 'KEYWAY_CLOUD' not allowed"],
    ['secrets.keys.sealingKey=""', 'secrets.keys.sealingKey or sealing.keyId is required'],
    ['oidc.issuer="https://login.example.com"', 'secrets.keys.oidcClientSecret is required'],
    ['oidc.issuer="http://login.example.com"', 'oidc/issuer'],
    ['externalSecret.enabled=true', 'externalSecret.storeRef.name is required'],
    ['api.autoscaling.minReplicas=9', 'minReplicas is greater than maxReplicas'],
    ['api.drainSeconds=301', 'api/drainSeconds'],
    ['api.disruptionBudget.maxUnavailable=0', 'maxUnavailable'],
    ['securityContext={"runAsUser":0}', "additional properties 'securityContext' not allowed"],
  ])('refuses %s, and names it', (given, said) => {
    expect(() => helm.render('minimal', given)).toThrow(said);
  });
});
