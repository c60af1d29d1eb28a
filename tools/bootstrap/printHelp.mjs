/** Answers `--help` before anything is installed or built. */

/**
 * @param {readonly string[]} args
 * @param {string} help
 * @returns {boolean} whether help was asked for, and printed
 */
export function printHelp(args, help) {
  const asked = args.includes('--help') || args.includes('-h');
  if (asked) process.stdout.write(`${help}\n`);
  return asked;
}
