/** Answers `--help` before anything is installed or built. */

/**
 * @param {readonly string[]} args
 * @param {string} help
 * @returns {boolean} whether help was asked for, and printed
 */
export function printHelp(args, help) {
  const isRequested = args.includes('--help') || args.includes('-h');
  if (isRequested) process.stdout.write(`${help}\n`);
  return isRequested;
}
