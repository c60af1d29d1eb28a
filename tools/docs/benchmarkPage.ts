/** `docs/benchmarks/README.md`: what each benchmark measured last, and how to read its figures. */
import { BENCH_NAMES, type BenchName } from '../bench/benchNames.ts';
import { EXPLANATIONS } from '../bench/explanations.ts';
import { figureRow } from '../bench/figure.ts';
import { readReport, type Report } from '../bench/report.ts';
import { tableRow } from './tableRow.ts';

const INTRODUCTION = [
  '# Benchmarks',
  '',
  '<!-- Written by `npm run generate` from the JSON files beside it and tools/bench/explanations.ts; a test compares. -->',
  '',
  '`npm run bench` runs all benchmarks, `npm run bench -- graphql` one. Each prints a table and writes its figures and a plot into this folder. They are not tests: a missed goal fails nothing.',
  '',
  'How to read them:',
  '',
  '- **A ratio says more than a figure.** The peer was measured in the same run, in turns with ours. Figures of different runs, or of another machine, do not compare.',
  '- **Processor time says more than elapsed time** where the machine was busy. Its load beside its processors stands below each table.',
  "- **A peer does less than we do** unless the text says otherwise: it is the least that somebody pays for the same result without the product's guarantees.",
  '- **Missed goals are shown**, and stay until they are met.',
  '',
];

/** Such as `, with rows 50, rounds 5`. */
function conditionsOf({ conditions }: Report): string {
  const single = Object.entries(conditions).filter(([, value]) => typeof value !== 'object');
  const named = single.map(([name, value]) => `\`${name}\` ${String(value)}`);
  return named.length === 0 ? '' : `, with ${named.join(', ')}`;
}

function section(name: BenchName): string[] {
  const { title, about, limits } = EXPLANATIONS[name];
  const measured = readReport(name);
  const rows = (measured?.figures ?? []).map(figureRow);
  return [
    `## ${title}`,
    '',
    `\`npm run bench -- ${name}\`. ${about}`,
    '',
    ...(measured
      ? [
          tableRow(['what', 'measured', 'peer', 'ratio', 'goal', '']),
          tableRow(['---', '---', '---', '---', '---', '---']),
          ...rows.map(({ what, measured, peer, ratio, goal, verdict }) =>
            tableRow([what, measured, peer, ratio, goal, verdict]),
          ),
          '',
          `Measured on ${measured.machine.processors} processors at a load of ${measured.machine.load}${conditionsOf(measured)}. ${limits}`,
          '',
          ...measured.plots.map((plot) => `![${title}](${plot})`),
        ]
      : ['Not measured yet.']),
    '',
  ];
}

/** The page as Markdown, not yet formatted. */
export const benchmarkPage = (): string =>
  [...INTRODUCTION, ...BENCH_NAMES.flatMap(section)].join('\n');
