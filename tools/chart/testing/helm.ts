/** Renders the chart with Helm, and checks what it renders against the schemas of Kubernetes. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { findTool } from '../../toolCache/tools.ts';
import { CHART } from '../chartValues.ts';

const VERSION = '1.37.0';
/** Kinds of others, whose schemas Kubernetes does not have. */
const OF_OTHERS = 'ServiceMonitor,ExternalSecret';

interface Container {
  name: string;
  args: string[];
  image: string;
  env: { name: string; value?: string; valueFrom?: { fieldRef?: unknown } }[];
  securityContext: Record<string, unknown>;
  resources: { limits: Record<string, string>; requests: Record<string, string> };
  volumeMounts: { name: string; mountPath: string; subPath?: string; readOnly?: boolean }[];
  livenessProbe?: { httpGet?: { path: string } };
}

interface Pod {
  metadata: { labels: Record<string, string>; annotations?: Record<string, string> };
  spec: {
    containers: Container[];
    automountServiceAccountToken: boolean;
    securityContext: Record<string, unknown>;
    terminationGracePeriodSeconds?: number;
    volumes: {
      name: string;
      secret?: { secretName: string; items: { key: string; path: string }[] };
    }[];
  };
}

/** As much of a resource as tests read. */
export interface Resource {
  apiVersion: string;
  kind: string;
  metadata: { name: string; annotations?: Record<string, string>; labels: Record<string, string> };
  spec: Record<string, unknown> & { template?: Pod; replicas?: number };
}

export interface Helm {
  lint(values: string): { status: number | null; output: string };
  /** Throws with what Helm says where it refuses. */
  render(values: string, ...set: string[]): Resource[];
  /** What is wrong, a line each. */
  problems(values: string): string;
}

/** The reason where one of the programs cannot be had here. */
export async function findHelm(): Promise<Helm | string> {
  const found = [
    await findTool('helm'),
    await findTool('kubeconform'),
    await findTool('kubernetes-schemas'),
  ];
  const missing = found.find((tool) => 'missing' in tool);
  if (missing && 'missing' in missing) return missing.missing;
  const [helm, kubeconform, schemas] = found.map((tool) => ('path' in tool ? tool.path : '')) as [
    string,
    string,
    string,
  ];
  const run = (args: string[]) => spawnSync(helm, args, { encoding: 'utf8' });
  const valuesFile = (name: string): string => join(CHART, 'ci', `${name}-values.yaml`);
  const template = (values: string, set: string[]): string => {
    const given = set.flatMap((one) => ['--set-json', one]);
    const { status, stdout, stderr } = run([
      ...['template', 'keyway', CHART, '--kube-version', VERSION, '--namespace', 'keyway'],
      ...['--values', valuesFile(values), ...given],
    ]);
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  return {
    lint: (values) => {
      const { status, stdout, stderr } = run([
        'lint',
        '--strict',
        CHART,
        '--values',
        valuesFile(values),
      ]);
      return { status, output: stdout + stderr };
    },
    render: (values, ...set) =>
      parseAllDocuments(template(values, set))
        .map((document) => document.toJS() as Resource | null)
        .filter((resource) => resource !== null),
    problems: (values) => {
      const place = join(schemas, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
      const options = ['-strict', '-kubernetes-version', VERSION, '-schema-location', place];
      const { stdout, stderr } = spawnSync(kubeconform, [...options, '-skip', OF_OTHERS, '-'], {
        encoding: 'utf8',
        input: template(values, []),
      });
      return stdout + stderr;
    },
  };
}

/** The pods of api, worker and migration, by what they run. */
export const podsOf = (resources: Resource[]): Map<string, Pod> =>
  new Map(
    resources.flatMap(({ spec }: Partial<Resource>) =>
      spec?.template ? [[spec.template.spec.containers[0]!.args[0]!, spec.template] as const] : [],
    ),
  );

export const ofKind = (resources: Resource[], kind: string): Resource[] =>
  resources.filter((resource) => resource.kind === kind);
