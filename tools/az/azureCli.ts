/** The real Azure CLI, redirected to the sandbox: finds or installs it, and records its calls. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '2.91.0';
const ownFolder = join(tmpdir(), `keyway-azure-cli-${VERSION}`);
const redirect = fileURLToPath(new URL('redirect', import.meta.url));

export const HOW_TO_INSTALL = `The Azure CLI is missing. Either of these, then run it again:
  node tools/run.mjs az --install        installs azure-cli ${VERSION} from PyPI into ${ownFolder} (python3 with venv; some minutes)
  node tools/run.mjs az --az <path>      uses an az that pip installed, such as <venv>/bin/az
An az that a system package brought does not work: its Python takes nothing from outside, and so cannot be led to the sandbox.
`;

/** The `az` to run; null where there is none. */
export function findAzureCli(given: string | undefined): string | null {
  return (
    [given, join(ownFolder, 'bin', 'az')].find((path) => path !== undefined && existsSync(path)) ??
    null
  );
}

export function installAzureCli(): void {
  execFileSync('python3', ['-m', 'venv', ownFolder], { stdio: 'inherit' });
  execFileSync(join(ownFolder, 'bin', 'pip'), ['install', '--quiet', `azure-cli==${VERSION}`], {
    stdio: 'inherit',
  });
}

/** One call of `az` in a script. */
export interface AzLine {
  line: string;
  status: number;
}

export interface AzureCli {
  /**
   * Runs a script as a person would paste it; answers its exit status, what it printed, and every
   * line of `az` with its own.
   */
  run(
    script: string,
    environment?: Record<string, string>,
  ): { status: number; output: string; lines: AzLine[] };
  close(): void;
}

/**
 * Stands in for `az`: notes each call with its status, and signs in as an application where the
 * script signs in as a person, since a test has no browser.
 */
const shim = (az: string, log: string): string => `#!/bin/sh
line="$*"
if [ "$1" = login ]; then set -- "$@" --service-principal --username "$KEYWAY_AZ_USER" --password sandbox-az-secret --output none; fi
"${az}" "$@"
status=$?
printf '%s\\t%s\\n' "$status" "$line" >> "${log}"
exit $status
`;

/** @param address `host:port` of the sandbox @param caFile PEM file of its CA */
export function azureCli(az: string, address: string, caFile: string): AzureCli {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-az-'));
  const log = join(folder, 'lines');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'az'), shim(az, log), { mode: 0o755 });
  const own = {
    PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
    HOME: folder,
    PYTHONPATH: redirect,
    PYTHONDONTWRITEBYTECODE: '1',
    KEYWAY_SANDBOX_ADDRESS: address,
    KEYWAY_AZ_USER: '11111111-1111-4111-8111-111111111111',
    REQUESTS_CA_BUNDLE: caFile,
    AZURE_CONFIG_DIR: join(folder, 'config'),
    AZURE_CORE_COLLECT_TELEMETRY: '0',
    AZURE_CORE_NO_COLOR: '1',
  };
  const run: AzureCli['run'] = (script, environment = {}) => {
    writeFileSync(log, '');
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
      env: { ...own, ...environment },
      encoding: 'utf8',
    });
    const lines = readFileSync(log, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((row) => row.split('\t'))
      .map(([code, ...line]) => ({ line: `az ${line.join('\t')}`, status: Number(code) }));
    return { status: status ?? 1, output: `${stdout}${stderr}`, lines };
  };
  // Where the redirection does not hold, nothing but this may be asked: the name exists nowhere
  // else.
  const probe = run(
    'az rest --method get --url https://sandbox.keyway.test/healthz --skip-authorization-header',
  );
  if (probe.status !== 0) throw new Error(`${az} is not led to the sandbox:\n${probe.output}`);
  return { run, close: () => rmSync(folder, { recursive: true, force: true }) };
}
