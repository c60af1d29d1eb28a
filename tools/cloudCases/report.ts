/** What people read of the results. */
import type { CaseResult, Outcome } from './runCases.ts';

const TITLES: Record<Outcome, string> = {
  agrees: 'agrees',
  differs: 'DIFFERS',
  notOffered: 'not offered',
};
/** Facts can be long; `--json` has them whole. */
const MAX_SEEN = 300;

/** One case, with what was asked. */
export function reportCase({ id, outcome, asked, expected, seen, because }: CaseResult): string {
  const text = JSON.stringify(seen) ?? '';
  const lines = [
    `${TITLES[outcome].padEnd(11)}  ${id}`,
    ...asked.map((request) => `    asked     ${request}`),
    ...(outcome === 'notOffered'
      ? []
      : [`    seen      ${text.length > MAX_SEEN ? `${text.slice(0, MAX_SEEN)} …` : text}`]),
    `    expected  ${expected}`,
    ...because.map((reason) => `    because   ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}

export function reportSum(results: readonly CaseResult[]): string {
  const count = (outcome: Outcome): string =>
    `${results.filter((result) => result.outcome === outcome).length} ${TITLES[outcome].toLowerCase()}`;
  return `\n${count('agrees')}, ${count('differs')}, ${count('notOffered')}\n`;
}
