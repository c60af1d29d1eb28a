/** The calls of one program in a script of the shell, each as its parts. Imported by tests only. */

/** What a word may stand for where the script takes it from a variable or another command. */
export const UNKNOWN_VALUE = 'value';

interface Reading {
  parts: string[];
  word: string | null;
}

/** Of a script without here-documents: the parts of each command, in order. */
function commandsOf(script: string): string[][] {
  const commands: string[][] = [];
  // Of a command and of those around it, whose value a `$(…)` gives.
  const open: Reading[] = [];
  let at: Reading = { parts: [], word: null };
  const endWord = () => {
    if (at.word !== null) at.parts.push(at.word);
    at.word = null;
  };
  const endCommand = () => {
    endWord();
    if (at.parts.length > 0) commands.push(at.parts);
    at = { parts: [], word: null };
  };
  const tokens = script.matchAll(
    /\\\n|#[^\n]*|'([^']*)'|\$\((?!\()|"((?:\\.|[^"\\$]|\$(?!\())*)("?)|[;|&\n]|\)|[ \t]+|\$\{?\w+\}?|[<>]+&?\d*|[^\s'"$;|&()<>#\\]+|./g,
  );
  for (const [token, single, double] of tokens) {
    if (token === '\\\n') continue;
    if (/^[ \t]+$/.test(token)) endWord();
    else if (token.startsWith('#') && at.word === null) continue;
    else if (/^[;|&\n]$/.test(token)) endCommand();
    else if (token === '$(') {
      open.push(at);
      at = { parts: [], word: null };
    } else if (token === ')' && open.length > 0) {
      endCommand();
      at = open.pop()!;
      at.word = `${at.word ?? ''}${UNKNOWN_VALUE}`;
    } else if (/^\$\{?\w/.test(token)) at.word = `${at.word ?? ''}${UNKNOWN_VALUE}`;
    else {
      const text = single ?? double?.replace(/\$\{?\w+\}?/g, UNKNOWN_VALUE) ?? token;
      at.word = `${at.word ?? ''}${text}`;
    }
  }
  endCommand();
  return commands;
}

const KEYWORD = /^(?:if|then|else|do|while|!|\w+=.*)$/;
/** `2>&1`, `> file`: what follows is no argument. */
const REDIRECTION = /^\d?[<>]/;

/** Every call of `program`, without its redirections. */
export function callsOf(program: string, script: string): string[][] {
  const code = script.replace(/<<'(\w+)'\n[^]*?\n\1$/gm, '');
  return commandsOf(code).flatMap((parts) => {
    const begin = parts.findIndex((word) => !KEYWORD.test(word));
    if (parts[begin] !== program) return [];
    const call = parts.slice(begin + 1);
    const end = call.findIndex((word) => REDIRECTION.test(word));
    return [end === -1 ? call : call.slice(0, end)];
  });
}
