/** Runs an image without a container engine: unpacked, as another user, on a read-only root. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenTo, type Started } from '../../testing/listenTo.ts';
import type { Descriptor, RunConfig } from '../ociLayout.ts';

interface Manifest {
  config: Descriptor;
  layers: Descriptor[];
  subject?: Descriptor;
  artifactType?: string;
  manifests: Descriptor[];
  annotations: Record<string, string>;
}

/** What a layout holds, by following the digests from its index. */
export function readLayout(folder: string) {
  const blob = (digest: string): string => join(folder, 'blobs', ...digest.split(':'));
  const json = <T>({ digest }: Descriptor): T =>
    JSON.parse(readFileSync(blob(digest), 'utf8')) as T;
  const top = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Manifest;
  const [named, ...referrers] = top.manifests;
  const images = json<Manifest>(named!).manifests;
  const manifest = json<Manifest>(images[0]!);
  const { config } = json<{ config: RunConfig }>(manifest.config);
  return {
    blob,
    json,
    named: named!,
    images,
    manifest,
    config,
    referrers: referrers.map(json<Manifest>),
  };
}

/** Why an image cannot be run here; null where it can. */
export function whyNotRun(): string | null {
  if (process.getuid?.() !== 0) return 'an image is run by root alone, which gives up its rights';
  const { status } = spawnSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
  return status === 0 ? null : 'unshare --mount is not allowed here';
}

/** Mounts as Kubernetes does with `readOnlyRootFilesystem`, then gives up all rights. */
const CONTAINER = `
  set -e
  root=$1 data=$2 user=$3
  shift 3
  mount --bind "$root" "$root"
  mount --rbind /dev "$root/dev"
  mount -t proc proc "$root/proc"
  mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
  mount --bind "$data" "$root/var/lib/keyway"
  mount -o remount,ro,bind "$root"
  chroot=$(PATH=$PATH:/usr/sbin command -v chroot)
  exec setpriv --no-new-privs "$chroot" --userspec="$user" "$root" "$@"
`;

type Signal = (name: NodeJS.Signals) => void;

/** The image's files in a folder of their own; `close` removes them. */
export function unpack(layout: ReturnType<typeof readLayout>) {
  const made = mkdtempSync(join(tmpdir(), 'keyway-image-'));
  const [root, data] = [join(made, 'root'), join(made, 'data')];
  mkdirSync(root);
  mkdirSync(data);
  const [user = ''] = layout.config.User.split(':');
  chownSync(data, Number(user), Number(user));
  for (const { digest } of layout.manifest.layers)
    execFileSync('tar', ['-xzf', layout.blob(digest), '--numeric-owner', '-C', root]);
  const started: ChildProcess[] = [];
  const command = (program: string[]): string[] => [
    ...['--mount', '--', 'sh', '-c', CONTAINER, 'container', root, data, layout.config.User],
    ...program,
  ];
  const environment = (given: Record<string, string>): Record<string, string> => ({
    ...Object.fromEntries(
      layout.config.Env.map((line) => line.split(/=(.*)/s, 2) as [string, string]),
    ),
    ...given,
  });

  return {
    root,
    /** A file in the folder for data; answers its path in the container. */
    addFile(name: string, content: string): string {
      writeFileSync(join(data, name), content);
      return `/var/lib/keyway/${name}`;
    },
    /** Runs a program of the image to its end. */
    run(program: string[], given: Record<string, string> = {}) {
      return spawnSync('unshare', command(program), { encoding: 'utf8', env: environment(given) });
    },
    /** Runs a program beside what runs, in the same container. */
    exec({ child }: Started, program: string[]) {
      const [uid, gid] = layout.config.User.split(':') as [string, string];
      const own = [
        '--target',
        String(child.pid),
        '--mount',
        '--root',
        '--setuid',
        uid,
        '--setgid',
        gid,
      ];
      return spawnSync('nsenter', [...own, ...program], { encoding: 'utf8', env: environment({}) });
    },
    /** Runs the entry point with a role. */
    start(role: string, given: Record<string, string>): Started {
      const program = command([...layout.config.Entrypoint, role]);
      const child = spawn('unshare', program, { env: environment(given) });
      started.push(child);
      return listenTo(child);
    },
    /** As `start`, as the first process, which gets only the signals that it listens to. */
    startFirst(role: string, given: Record<string, string>): Started & { signal: Signal } {
      const program = command([...layout.config.Entrypoint, role]);
      const alone = ['--pid', '--fork', '--kill-child=SIGKILL', ...program];
      const child = spawn('unshare', alone, { env: environment(given) });
      started.push(child);
      const first = (): number =>
        Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8'));
      return { ...listenTo(child), signal: (name) => process.kill(first(), name) };
    },
    close(): void {
      for (const child of started) child.kill('SIGKILL');
      rmSync(made, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
}
