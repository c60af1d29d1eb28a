/** The cmdlets that a PowerShell script calls, with their parameters. Imported by tests only. */

export interface CmdletCall {
  cmdlet: string;
  /** Values as written; a variable or an expression is `$value`. A switch has none. */
  parameters: { name: string; values: string[] }[];
  /** What stands before the first parameter, by position. */
  positional: string[];
}

const UNKNOWN = '$value';

/** Quoted text as `§0§`, so that nothing in it reads as code. */
function withoutLiterals(script: string): { code: string; literals: string[] } {
  const literals: string[] = [];
  const code = script.replace(/#[^\n]*|'((?:[^']|'')*)'|"((?:[^"`]|`.)*)"/g, (token, single) => {
    if (token.startsWith('#')) return '';
    literals.push(single === undefined ? UNKNOWN : String(single).replaceAll("''", "'"));
    return `§${literals.length - 1}§`;
  });
  return { code, literals };
}

/** What stands in parentheses is a statement of its own, whose value the outer one takes. */
function statementsOf(code: string): string[] {
  const inner: string[] = [];
  let rest = code;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/\(([^()]*)\)(?:\.\w+|\[\d+\])*/g, (_, text: string) => {
      inner.push(text);
      return UNKNOWN;
    });
  }
  return [...inner, rest].flatMap((text) => text.split(/[{}|;\n]/));
}

/** Every call in the script, also those inside conditions and arguments. */
export function cmdletCalls(script: string): CmdletCall[] {
  const { code, literals } = withoutLiterals(script);
  const read = (value: string): string =>
    value.startsWith('$') ? UNKNOWN : value.replace(/§(\d+)§/g, (_, at) => literals[Number(at)]!);
  return statementsOf(code).flatMap((statement) => {
    const found = /(?:^|\s)([A-Z]\w*-[A-Z]\w*)((?:\s+\S+)*)\s*$/.exec(statement);
    if (!found) return [];
    const call: CmdletCall = { cmdlet: found[1]!, parameters: [], positional: [] };
    for (const word of found[2]!.split(/\s+/).filter(Boolean)) {
      if (/^-[A-Za-z]/.test(word)) call.parameters.push({ name: word.slice(1), values: [] });
      else
        (call.parameters.at(-1)?.values ?? call.positional).push(
          ...word.split(',').filter(Boolean).map(read),
        );
    }
    return [call];
  });
}
