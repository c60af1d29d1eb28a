/** What a person does on a step: numbered text, values to copy, scripts to run. */
import {
  idOfInstructionCheck,
  progressOf,
  type CheckId,
  type CheckResult,
  type InstructionProgress,
  type Locale,
} from '@keyway/core';
import { format, type MessageValues } from '../format.ts';
import type { Messages } from '../messages.ts';
import { messagesIn } from '../messagesIn.ts';
import { checksOfLine } from './lineChecks.ts';
import { nameUnknowns } from './namedUnknowns.ts';

export type ScriptTool =
  'AZ_CLI' | 'POWERSHELL' | 'BICEP' | 'TERRAFORM' | 'CURL' | 'AWS_CLI' | 'CLOUDFORMATION';

export interface InstructionLine {
  /** Markdown, without the number. */
  text: string;
  /** Those that find out whether it is done. */
  checks: CheckId[];
  /** Null where no check does. */
  progress: InstructionProgress | null;
}

export interface Instructions {
  /** Markdown: one numbered list, then the remarks. */
  text: string;
  /** The list, line by line. */
  lines: InstructionLine[];
  /** Markdown: what is no thing to do, such as what the scripts keep. */
  remarks: string[];
  values: { label: string; value: string }[];
  scripts: { tool: ScriptTool; text: string }[];
}

export type Groups = Omit<Messages['instructions'], 'labels' | 'placeholders' | 'scriptTexts'>;
type Label = keyof Messages['instructions']['labels'];
type Line<G extends keyof Groups> =
  keyof Groups[G] | readonly [message: keyof Groups[G], values: MessageValues];

/**
 * A step's instructions before a language is chosen: the names of its messages. False and null
 * parts are left out, and values that are not known yet too.
 */
export interface DraftOf<G extends keyof Groups> {
  group: G;
  lines: (Line<G> | false | null)[];
  remarks?: (Line<G> | false | null)[];
  values?: (readonly [label: Label, value: string | null])[];
  scripts?: (Instructions['scripts'][number] | false | null)[];
}
export type Draft = { [G in keyof Groups]: DraftOf<G> }[keyof Groups];

type AnyLine = string | readonly [string, MessageValues];

const present = <T>(part: T | false | null): part is T => part !== false && part !== null;

/** `results`: the latest of the step's checks. */
export function writeInstructions(
  draft: Draft,
  results: readonly CheckResult[],
  locale: Locale,
): Instructions {
  const { instructions } = messagesIn(locale);
  const messages: Readonly<Record<string, string>> = instructions[draft.group];
  const named = (all: readonly (AnyLine | false | null)[] = []) =>
    all.filter(present).map((line) => (typeof line === 'string' ? ([line, {}] as const) : line));
  const lines = named(draft.lines).map(([name, values]): InstructionLine => {
    const checks = checksOfLine(draft.group, name);
    return {
      text: format(messages[name]!, values, locale),
      checks: checks.map((check) => idOfInstructionCheck(check)),
      progress: progressOf(results, checks),
    };
  });
  const remarks = named(draft.remarks).map(([name, values]) =>
    format(messages[name]!, values, locale),
  );
  const numbered = lines.map(({ text }, at) => `${at + 1}. ${text}`).join('\n');
  return {
    text: [numbered, ...remarks].join('\n\n'),
    lines,
    remarks,
    values: (draft.values ?? []).flatMap(([label, value]) =>
      value === null ? [] : [{ label: instructions.labels[label], value }],
    ),
    scripts: (draft.scripts ?? [])
      .filter(present)
      .map((one) => nameUnknowns(one, instructions.placeholders)),
  };
}

/** Lines of a script, without the ones that do not apply. */
export const script = (
  tool: ScriptTool,
  ...lines: (string | false | null)[]
): Instructions['scripts'][number] => ({
  tool,
  text: `${lines.filter(present).join('\n')}\n`,
});
