import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Snippet } from './snippet.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SRC = `${ROOT}src/`;

/** Something that src exports, with what is written above it. */
export interface Documented {
  readonly name: string;
  /** The file it is declared in. */
  readonly file: string;
  /** `src/offers/amend.ts:68 amend`. */
  readonly where: string;
  /** Whether it can be called. */
  readonly callable: boolean;
  /** The docstring up to its first tag. */
  readonly text: string;
  readonly examples: readonly Snippet[];
}

/** All docstrings of the sources. */
export interface Docs {
  /** What the public doors export. */
  readonly exported: readonly Documented[];
  /** What only other files of src can import, where it has examples. */
  readonly inner: readonly Documented[];
  /** The names of everything the preamble offers, types included. */
  readonly preamble: readonly string[];
  readonly program: ts.Program;
}

/** The public doors: the files at the top of src. */
const DOORS: readonly string[] = readdirSync(SRC)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => SRC + file);

const PREAMBLE = fileURLToPath(new URL('preamble.ts', import.meta.url));

/** Reads the docstrings of everything that src exports. */
export function readDocs(): Docs {
  const program = ts.createProgram([...DOORS, PREAMBLE], OPTIONS);
  const checker = program.getTypeChecker();
  const exportsOf = (file: string): readonly ts.Symbol[] => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return module ? checker.getExportsOfModule(module) : [];
  };
  const documented = (symbol: ts.Symbol) => documentedBy(program, checker, symbol);
  const exported = DOORS.flatMap(exportsOf).map(documented);
  const inner = program
    .getSourceFiles()
    .map((source) => source.fileName)
    .filter((file) => file.startsWith(SRC) && !DOORS.includes(file))
    .flatMap(exportsOf)
    .map(documented)
    .filter((d) => d.examples.length > 0 && !exported.some((e) => e.where === d.where));
  return { exported, inner, preamble: exportsOf(PREAMBLE).map((symbol) => symbol.name), program };
}

/**
 * The compiler options of the repository, less the types of node, which take longest to read and no document needs; and a
 * generated module may import a type as if it were a value.
 */
const OPTIONS: ts.CompilerOptions = {
  ...optionsIn(`${ROOT}tsconfig.json`),
  types: [],
  verbatimModuleSyntax: false,
  isolatedModules: false,
};

/** What every snippet finds wherever it runs. */
const EVERYWHERE = 'declare const console: { log(...said: unknown[]): void };';

function optionsIn(file: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as { readonly config?: unknown };
  return ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, ROOT).options;
}

function documentedBy(program: ts.Program, checker: ts.TypeChecker, symbol: ts.Symbol): Documented {
  const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declarations = meant.declarations ?? [];
  const [first] = declarations;
  if (!first) throw new RangeError(`'${symbol.name}' is exported and declared nowhere.`);
  const source = first.getSourceFile();
  const place = (at: number, name: string) =>
    `${relative(ROOT, source.fileName)}:${source.getLineAndCharacterOfPosition(at).line + 1} ${name}`;
  const comments = declarations.flatMap((node) => commentsOn(node));
  const called =
    (meant.flags & ts.SymbolFlags.Value) !== 0 ? checker.getTypeOfSymbolAtLocation(meant, first) : undefined;
  return {
    name: symbol.name,
    file: source.fileName,
    where: place(first.getStart(), symbol.name),
    callable: (called?.getCallSignatures().length ?? 0) + (called?.getConstructSignatures().length ?? 0) > 0,
    text: comments.map((c) => descriptionIn(c.text)).join('\n'),
    examples: comments.flatMap((c) =>
      examplesIn(c.text).map(({ line, code }) => ({
        name: place(c.start + lineStart(c.text, line), symbol.name),
        code,
      })),
    ),
  };
}

function commentsOn(node: ts.Node): readonly { readonly start: number; readonly text: string }[] {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => ({ start: doc.getStart(), text: doc.getText() }));
}

/** A docstring's lines without the marks of the comment. */
function linesOf(comment: string): readonly string[] {
  return comment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
}

function lineStart(comment: string, line: number): number {
  return comment
    .split('\n')
    .slice(0, line)
    .reduce((sum, text) => sum + text.length + 1, 0);
}

function descriptionIn(comment: string): string {
  const lines = linesOf(comment);
  const tag = lines.findIndex((line) => /^\s*@\w/.test(line));
  return (tag < 0 ? lines : lines.slice(0, tag)).join('\n').trim();
}

function examplesIn(comment: string): readonly { readonly line: number; readonly code: string }[] {
  const lines = linesOf(comment);
  return lines.flatMap((line, i) => {
    if (!/^\s*@example\b/.test(line)) return [];
    const rest = lines.slice(i + 1);
    const end = rest.findIndex((next) => /^@\w/.test(next));
    const code = (end < 0 ? rest : rest.slice(0, end)).join('\n').trim();
    return [{ line: i, code }];
  });
}

/** A snippet to be type-checked. */
export interface Typed {
  readonly snippet: Snippet;
  /** Names to be had without importing them, by the module they come from. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** The modules that a docstring's example may speak of without importing them: the preamble, and for inner ones their own. */
export function namesFor(docs: Docs, snippet: Snippet, of: Documented): Typed {
  const names = { [PREAMBLE]: docs.preamble };
  return { snippet, names: docs.exported.includes(of) ? names : { ...names, [of.file]: [of.name] } };
}

/** What the compiler finds wrong with snippets, each as a module of its own. */
export function typeFaults(before: ts.Program | undefined, snippets: readonly Typed[]): readonly string[] {
  const modules = new Map(
    snippets.map((typed, i) => [`${ROOT}test/docs/snippet-${i}.ts`, { typed, text: moduleText(typed) }]),
  );
  const real = ts.createCompilerHost(OPTIONS);
  const host: ts.CompilerHost = {
    ...real,
    fileExists: (file) => modules.has(file) || real.fileExists(file),
    readFile: (file) => modules.get(file)?.text ?? real.readFile(file),
    getSourceFile: (file, ...rest) => {
      const text = modules.get(file)?.text;
      if (text === undefined) return before?.getSourceFile(file) ?? real.getSourceFile(file, ...rest);
      // As files beside this one are read, which decides whose half of a package's types they see.
      return ts.createSourceFile(file, text, {
        languageVersion: ts.ScriptTarget.ES2022,
        impliedNodeFormat: ts.ModuleKind.ESNext,
      });
    },
  };
  const program = ts.createProgram([...modules.keys()], OPTIONS, host);
  return [...modules].flatMap(([file, { typed }]) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      (d) => `${typed.snippet.name}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`,
    );
  });
}

/** A snippet as a module: its imports first, the rest in a block, where it may use a given name for something else. */
function moduleText({ snippet, names }: Typed): string {
  const file = ts.createSourceFile('snippet.ts', snippet.code, ts.ScriptTarget.Latest);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const own = new Set(imports.flatMap(({ importClause }) => namesIn(importClause)));
  const body = imports.reduceRight((code, i) => code.slice(0, i.pos) + code.slice(i.end), snippet.code);
  const seen = new Set<string>();
  const given = Object.entries(names)
    .reverse() // what is nearest wins
    .map(([from, all]) => {
      const wanted = all.filter((name) => !own.has(name) && !seen.has(name) && new RegExp(`\\b${name}\\b`).test(body));
      for (const name of wanted) seen.add(name);
      return `import { ${wanted.join(', ')} } from '${from.replace(/\.ts$/, '.js')}';`;
    });
  return [
    ...given,
    ...imports.map((i) => snippet.code.slice(i.pos, i.end)),
    '{',
    body,
    '}',
    EVERYWHERE,
    'export {};',
  ].join('\n');
}

function namesIn(clause: ts.ImportClause | undefined): readonly string[] {
  const bindings = clause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.map((e) => e.name.text) : [];
  return [...(clause?.name ? [clause.name.text] : []), ...named];
}
