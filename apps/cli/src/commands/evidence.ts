/** `keyway evidence` */
import { Option, type Command } from 'commander';
import { openPack, verifyPack, type PackVerification } from '@keyway/evidence';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, usageError } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { instant } from '../cli/options.ts';
import { keptCheckpoints } from '../evidence/kept.ts';
import { KEYS_PATH, keysOfFile, pinnedKeys, trustedKeys } from '../evidence/knownKeys.ts';
import { progress } from '../output/progress.ts';
import { getEvidence } from './getEvidence.ts';
import { SELECTION_ARGUMENT, selectionOptions } from './selectOrganizations.ts';

export function addEvidenceCommands(program: Command, makeCli: MakeCli): void {
  const evidence = addGroup(program, 'evidence', 'Evidence packs: signed, and verified offline');
  addCommand(evidence, makeCli, {
    name: 'get [organizations...]',
    summary: 'Download the evidence pack of an organization, or of many',
    details:
      'A pack is written beside its place and moved there when it is whole. With --dir each is\n' +
      'named by the IMS organization ID.',
    args: SELECTION_ARGUMENT,
    options: [
      new Option('-o, --output <file>', 'where to write it; - is stdout'),
      new Option('-d, --dir <folder>', 'where to write several'),
      ...selectionOptions(),
      instant('--since <time>', 'entries from then on'),
      instant('--until <time>', 'entries before then'),
    ],
    examples: [
      'keyway evidence get Contoso -o contoso.zip',
      'keyway evidence get Contoso -o contoso.zip --since 2026-01-01 --locale es',
      'keyway evidence get --all -d evidence',
    ],
    run: getEvidence,
  });
  addCommand(evidence, makeCli, {
    name: 'keys',
    summary: "Write Keyway's public keys, to keep and to verify with",
    examples: ['keyway evidence keys > keys.json'],
    run: async (cli) => cli.out.document(await trustedKeys(cli)),
  });
  addCommand(evidence, makeCli, {
    name: 'verify <file>',
    summary: 'Verify an evidence pack, without any connection',
    details:
      'The keys are those of --keys, or those that the profile has: `keyway evidence get` and\n' +
      '`keyway evidence keys` keep them. Ends with 1 where anything does not fit, and where the keys\n' +
      'come only from the pack: whoever forged one would put keys of their own into it.\n' +
      '--trust-pack-keys accepts those, to see whether a pack was damaged on its way.',
    args: { file: 'the pack, or the folder that it was unpacked to' },
    options: [
      new Option('--keys <file>', "Keyway's public keys, as you got them otherwise"),
      new Option('--checkpoints <file>', 'checkpoints that you kept'),
      new Option('--trust-pack-keys', 'use the keys in the pack, which prove nothing of its maker'),
    ],
    examples: [
      'keyway evidence verify contoso.zip',
      'keyway evidence verify contoso.zip --keys keys.json --checkpoints kept.jsonl',
    ],
    run: verify,
  });
}

async function verify(cli: Cli, given: Given): Promise<void> {
  const file = given.arg(0);
  const [keysFile, keptFile] = [given.text('keys'), given.text('checkpoints')];
  const keys = keysFile === undefined ? await pinnedKeys(cli) : await keysOfFile(keysFile);
  const kept = keptFile === undefined ? null : await keptCheckpoints(keptFile);
  const source = await openPack(file).catch((error: NodeJS.ErrnoException) => {
    throw usageError(`${file} can't be read (${error.code ?? error.message}).`);
  });
  const bar = progress(cli.terminal, 'entries', null);
  const found = await verifyPack(source, {
    keys,
    keptCheckpoints: kept,
    onProgress: (entries) => bar.update(entries),
  }).finally(() => bar.stop());
  const keysFrom = keysFile === undefined ? (keys ? 'profile' : 'pack') : 'file';
  write(cli, found, { keysFrom, isTrusted: keysFrom !== 'pack' || given.flag('trustPackKeys') });
}

interface Keys {
  keysFrom: 'file' | 'profile' | 'pack';
  isTrusted: boolean;
}

function write({ out }: Cli, found: PackVerification, { keysFrom, isTrusted }: Keys): void {
  const { manifest, entries, checkpoints, kept, kid, problems, moreProblems } = found;
  const count = problems.length + moreProblems;
  const ok = found.ok && isTrusted;
  out.record({ ...found, ok, keysFrom }, [
    ['organization', manifest && `${manifest.organization.name}`],
    ['made', manifest?.createdAt],
    ['signed by', kid],
    ['keys from', keysFrom === 'pack' ? 'the pack itself' : `the ${keysFrom}`],
    ['entries', entries],
    ['checkpoints', checkpoints.count],
    ['kept checkpoints', kept && `${kept.compared} of ${kept.count} compared, ${kept.later} later`],
    ['result', resultOf(count, keysFrom)],
  ]);
  if (!out.json)
    for (const { file, entry, message, expected, found: is } of problems)
      out.note(
        `${[file, entry].filter(Boolean).join(', ') || 'pack'}: ${message}` +
          (expected === null ? '' : ` Expected ${expected}, found ${is}.`),
      );
  if (kept && kept.later > 0)
    out.note(
      `${kept.later} of your checkpoints are later than this pack, which was made ${manifest?.createdAt}: it shows nothing of what happened since. Get a newer one to compare them.`,
    );
  if (!found.ok)
    throw new CliError(EXIT.failed, `The pack does not fit: ${counted(count)}.`, {
      hint: 'Do not rely on it. Get it again, or report it to whoever gave it to you.',
    });
  if (!isTrusted)
    throw new CliError(EXIT.failed, 'Nobody but the pack says whose its keys are.', {
      hint: `Give Keyway's keys, from its ${KEYS_PATH}: --keys. Or sign in to it and run \`keyway evidence keys\`, which keeps them.`,
    });
}

const counted = (count: number): string => (count === 1 ? '1 problem' : `${count} problems`);

const resultOf = (count: number, keysFrom: Keys['keysFrom']): string => {
  if (count > 0) return counted(count);
  return keysFrom === 'pack' ? 'fits itself; who made it is not proven' : 'everything fits';
};
