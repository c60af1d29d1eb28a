/** What a person does on a step: numbered text, values to copy, scripts to run. */
import type { Locale } from '@keyway/core';

export type ScriptTool = 'AZ_CLI' | 'POWERSHELL' | 'BICEP' | 'TERRAFORM' | 'CURL' | 'AWS_CLI';

export interface Instructions {
  /** Markdown: one numbered list. */
  text: string;
  values: { label: string; value: string }[];
  scripts: { tool: ScriptTool; text: string }[];
}

/** A text in both languages. */
export type Both = Readonly<Record<Locale, string>>;
export const both = (en: string, es: string): Both => ({ en, es });

/**
 * A step's instructions before a language is chosen; falsy parts are left out, and values that are
 * not known yet too.
 */
export interface Draft {
  lines: (Both | false | null)[];
  values?: (readonly [label: Both, value: string | null])[];
  scripts?: (Instructions['scripts'][number] | false | null)[];
}

const present = <T>(part: T | false | null): part is T => part !== false && part !== null;

export function writeInstructions(draft: Draft, locale: Locale): Instructions {
  return {
    text: draft.lines
      .filter(present)
      .map((line, index) => `${index + 1}. ${line[locale]}`)
      .join('\n'),
    values: (draft.values ?? []).flatMap(([label, value]) =>
      value === null ? [] : [{ label: label[locale], value }],
    ),
    scripts: (draft.scripts ?? []).filter(present),
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
