/** `npm run judge`: what a cloud answers, compared with what Keyway relies on. */
import { ConfigError } from '@keyway/config';
import { compareCloud } from './compareCloud.ts';
import { reportCase, reportSum } from './report.ts';
import { readTarget, TargetProblem } from './target.ts';

const USAGE = 'npm run judge -- <target.json> [--json]';

/** Resolves with 1 where an answer differs, and 0 where none does. */
async function main(args: readonly string[]): Promise<number> {
  const asJson = args.includes('--json');
  const [file, ...others] = args.filter((argument) => argument !== '--json');
  if (file === undefined || others.length > 0 || file.startsWith('-'))
    throw new TargetProblem(`${USAGE}\ndocs/operations/comparing-clouds.md describes a target.`);
  const target = readTarget(file);
  const results = await compareCloud(target, process.env, (result) => {
    if (!asJson) process.stdout.write(reportCase(result));
  });
  process.stdout.write(
    asJson ? `${JSON.stringify({ target: target.name, results }, null, 2)}\n` : reportSum(results),
  );
  return results.some(({ outcome }) => outcome === 'differs') ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof TargetProblem || error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
