/**
 * Programs and schemas of others that tests check with. Each is installed once, in a pinned
 * version, into a folder outside the repository; where that is not possible the reason is said.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onlyOneAtATime } from '../bootstrap/onlyOneAtATime.mjs';
import { cacheFolder } from './cacheFolder.ts';

/** Where a tool is, or why it is not there. */
export type Found = { path: string } | { missing: string };

interface Tool {
  version: string;
  /** Puts it into an empty folder and answers what of it is kept. */
  install: (folder: string, version: string) => string;
}

const run = (program: string, args: string[], cwd: string, environment = {}): string =>
  execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const goProgram = (module: string): Tool['install'] => {
  return (folder, version) => {
    const environment = { GOBIN: folder, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' };
    run('go', ['install', `${module}@v${version}`], folder, environment);
    return join(folder, module.split('/').at(-1)!);
  };
};

/** As Debian has them: unpacked, since installing a server would start it. */
function unpackDebian(packages: readonly string[], folder: string): void {
  run('apt-get', ['download', ...packages], folder);
  for (const archive of globSync('*.deb', { cwd: folder })) {
    run('dpkg', ['-x', archive, folder], folder);
    rmSync(join(folder, archive));
  }
}

/** The schemas refer to definitions in one file, by a path of a server; kubeconform wants files. */
const SELF_CONTAINED = String.raw`
import json, pathlib, re, sys, zipfile
REF = re.compile(r'"/api/_definitions\.json#/\$defs/([^"]+)"')
with zipfile.ZipFile(sys.argv[1]) as archive:
    read = lambda name: archive.read(sys.argv[2] + name).decode()
    definitions = json.loads(read('_definitions.json'))['$defs']
    texts = {name: json.dumps(value) for name, value in definitions.items()}
    own = re.compile(r'"#/\$defs/([^"]+)"')
    pathlib.Path('schemas').mkdir()
    for name in archive.namelist():
        if not name.startswith(sys.argv[2]) or not re.search(r'-v[^/]*\.json$|/[a-z]+-v1\.json$', name): continue
        text = REF.sub(r'"#/$defs/\1"', archive.read(name).decode())
        found, waiting = {}, own.findall(text)
        while waiting:
            one = waiting.pop()
            if one in found: continue
            found[one] = definitions[one]
            waiting += own.findall(REF.sub(r'"#/$defs/\1"', texts[one]))
        whole = {**json.loads(text), '$defs': found}
        pathlib.Path('schemas', pathlib.Path(name).name).write_text(REF.sub(r'"#/$defs/\1"', json.dumps(whole)))
`;

const TOOLS = {
  helm: { version: '3.22.0', install: goProgram('helm.sh/helm/v3/cmd/helm') },
  kubeconform: {
    version: '0.8.0',
    install: goProgram('github.com/yannh/kubeconform/cmd/kubeconform'),
  },
  // JSON schemas of Kubernetes.
  'kubernetes-schemas': {
    version: '1.37.0',
    install: (folder, version) => {
      run('pip', ['download', '-q', '--no-deps', `kubernetes-validate==${version}`], folder);
      const wheel = `kubernetes_validate-${version}-py3-none-any.whl`;
      const schemas = `kubernetes_validate/kubernetes-json-schema/v${version}-local-strict/`;
      run('python3', ['-c', SELF_CONTAINED, wheel, schemas], folder);
      return join(folder, 'schemas');
    },
  },
  // Has the compose specification's JSON schema.
  'compose-schema': {
    version: '2.16.2',
    install: (folder, version) => {
      const module = `github.com/compose-spec/compose-go/v2@v${version}`;
      const { Dir } = JSON.parse(run('go', ['mod', 'download', '-json', module], folder)) as {
        Dir: string;
      };
      cpSync(join(Dir, 'schema', 'compose-spec.json'), join(folder, 'schema.json'));
      return join(folder, 'schema.json');
    },
  },
  promtool: {
    version: '2',
    install: (folder) => {
      unpackDebian(['prometheus'], folder);
      return join(folder, 'usr', 'bin', 'promtool');
    },
  },
  // A folder, with the libraries that it needs beside it.
  pgbouncer: {
    version: '1',
    install: (folder) => {
      unpackDebian(['pgbouncer', 'libevent-2.1-7', 'libc-ares2'], folder);
      mkdirSync(join(folder, 'libraries'));
      for (const library of globSync('usr/lib/*/*.so.*', { cwd: folder }))
        copyFileSync(join(folder, library), join(folder, 'libraries', basename(library)));
      return folder;
    },
  },
  nginx: {
    version: '1',
    install: (folder) => {
      unpackDebian(['nginx'], folder);
      return join(folder, 'usr', 'sbin', 'nginx');
    },
  },
  caddy: {
    version: '2',
    install: (folder) => {
      unpackDebian(['caddy'], folder);
      return join(folder, 'usr', 'bin', 'caddy');
    },
  },
  // Has CycloneDX's JSON schemas.
  'cyclonedx-schemas': {
    version: '10.3.0',
    install: (folder, version) => {
      run('npm', ['pack', '--silent', `@cyclonedx/cyclonedx-library@${version}`], folder);
      run('tar', ['-xzf', `cyclonedx-cyclonedx-library-${version}.tgz`], folder);
      return join(folder, 'package', 'res', 'schema');
    },
  },
} satisfies Record<string, Tool>;

/** Installs it where it is not there yet. */
export async function findTool(name: keyof typeof TOOLS): Promise<Found> {
  const { version, install }: Tool = TOOLS[name];
  const path = join(cacheFolder(), `${name}-${version}`);
  let reason: string | null = null;
  await onlyOneAtATime(
    `${path}.lock`,
    () => undefined,
    () => {
      if (existsSync(path)) return;
      const folder = mkdtempSync(join(tmpdir(), 'keyway-tool-'));
      try {
        const kept = install(folder, version);
        cpSync(kept, `${path}.new`, { recursive: true });
        renameSync(`${path}.new`, path);
      } catch (error) {
        reason = `${name} ${version} could not be installed: ${(error as Error).message.split('\n', 2).join(' ')}`;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
  return reason === null ? { path } : { missing: reason };
}
