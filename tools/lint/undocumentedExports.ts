/** Finds what a library exports without a docstring, which is all that an editor shows a caller. */
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Types of packages are not read: no docstring of ours is there. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  allowImportingTsExtensions: true,
  noLib: true,
  types: [],
};

/** Resolves relative imports only. */
function hostOfOwnFiles(): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => ({
      resolvedModule: text.startsWith('.')
        ? { resolvedFileName: resolve(dirname(from), text), extension: ts.Extension.Ts }
        : undefined,
    }));
  return host;
}

/** `index.ts: name` of each export of these modules that has no docstring where it is declared. */
export function undocumentedExports(indexes: readonly string[], root: string): string[] {
  const program = ts.createProgram([...indexes], OPTIONS, hostOfOwnFiles());
  const checker = program.getTypeChecker();
  return indexes.flatMap((index) => {
    const source = program.getSourceFile(index);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${index} is not a module.`);
    return (
      checker
        .getExportsOfModule(module)
        .map((symbol) => ({ name: symbol.name, symbol: declared(symbol, checker) }))
        // Without a declaration: of another library, where it has its docstring.
        .filter(({ symbol }) => symbol.declarations && isUndocumented(symbol, checker))
        .map(({ name }) => `${relative(root, index)}: ${name}`)
        .sort()
    );
  });
}

/** The symbol that an index exports again. */
const declared = (symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

const isUndocumented = (symbol: ts.Symbol, checker: ts.TypeChecker): boolean =>
  symbol.getDocumentationComment(checker).length === 0;
