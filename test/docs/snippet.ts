import { compileFunction } from 'node:vm';
import { format } from 'node:util';
import ts from 'typescript';
import { expect } from 'vitest';
import { readValue, type Pattern } from './value.js';

/** A piece of code out of a document, and where it stands there. */
export interface Snippet {
  /** `src/offers/amend.ts:61 amend`. */
  readonly name: string;
  readonly code: string;
}

/** What a snippet runs with. */
export interface Surroundings {
  /** Names it may use without importing them. */
  readonly names: Readonly<Record<string, unknown>>;
  /** The modules it may import. */
  readonly modules: Readonly<Record<string, object>>;
  /** Whether a comment behind a statement must be its value, or may also be prose. */
  readonly comments: 'values' | 'values or prose';
}

/** A statement with the value that its comment gives it. */
interface Check {
  readonly source: string;
  readonly comment: string;
  /** Nothing where it is said to throw. */
  readonly pattern: Pattern | undefined;
  /** The code of a fault that the thrown error carries. */
  readonly code: string | undefined;
}

const THROWS = /^throws ([\w-]+\/[\w-]+)$/;

/**
 * Runs a snippet, and returns what it printed, line by line. The comment behind an expression or a declaration, or on
 * the lines directly below it, is compared with its value; `throws area/what` says that it throws a fault of that code.
 */
export async function runSnippet(snippet: Snippet, surroundings: Surroundings): Promise<readonly string[]> {
  const { code, checks } = withChecks(snippet, surroundings.comments);
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
  });
  const printed: string[] = [];
  const held = new Set<number>();
  const given: Readonly<Record<string, unknown>> = {
    ...surroundings.names,
    exports: {},
    require: (name: string) => {
      const found = surroundings.modules[name];
      if (!found) throw new RangeError(`${snippet.name} imports '${name}', which documents of this library do not.`);
      return { __esModule: true, ...found };
    },
    console: { log: (...said: unknown[]) => printed.push(...format(...said).split('\n')) },
    $is: (n: number, value: unknown) => {
      held.add(n);
      hold(checks[n], value);
    },
    $throws: async (n: number, attempt: () => unknown) => {
      held.add(n);
      const error = await thrownBy(attempt);
      expect(codesOf(error), `${checks[n]?.source ?? ''} // ${checks[n]?.comment ?? ''}`).toContain(checks[n]?.code);
    },
  };
  const run = compileFunction(`return (async () => {\n${outputText}\n})();`, Object.keys(given), {
    filename: snippet.name,
  }) as (...values: unknown[]) => Promise<void>; // what the text above returns
  await run(...Object.values(given));
  const missed = checks.filter((_, n) => !held.has(n)).map((check) => `${check.source} // ${check.comment}`);
  expect(missed, 'statements that were never reached').toEqual([]);
  return printed;
}

function hold(check: Check | undefined, value: unknown): void {
  if (!check?.pattern) throw new RangeError('A snippet checked a value that it gives none for.');
  expect(value, `${check.source} // ${check.comment}`).toEqual(check.pattern(value));
}

async function thrownBy(attempt: () => unknown): Promise<unknown> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    return error;
  }
}

function codesOf(error: unknown): readonly unknown[] {
  if (typeof error !== 'object' || error === null || !('faults' in error) || !Array.isArray(error.faults))
    return [error];
  return error.faults.map((f: { readonly code: unknown }) => f.code);
}

/** The snippet with a check put in place of each statement that a comment gives a value. */
function withChecks(snippet: Snippet, comments: Surroundings['comments']) {
  const { code } = snippet;
  const file = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.Latest, true);
  const checks: Check[] = [];
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const read = new Set<number>();

  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isExpressionStatement(node) && !ts.isVariableStatement(node)) return;
    const found = commentAfter(code, node.end, ts.isExpressionStatement(node));
    if (!found) return;
    const { text: comment } = found;
    const thrown = THROWS.exec(comment)?.[1];
    const pattern = thrown === undefined ? readValue(comment) : undefined;
    if (!pattern && thrown === undefined) {
      if (comments === 'values or prose') return;
      throw new SyntaxError(`${snippet.name}: '${comment}' is no value. Prose goes on a line of its own, before.`);
    }
    for (const at of found.at) read.add(at);
    const n = checks.push({ source: node.getText(file), comment, pattern, code: thrown }) - 1;
    if (ts.isExpressionStatement(node)) {
      const said = node.expression.getText(file);
      const text = thrown === undefined ? `$is(${n}, (${said}));` : `await $throws(${n}, async () => (${said}));`;
      edits.push({ from: node.getStart(file), to: node.end, text });
      return;
    }
    const [declared, more] = node.declarationList.declarations;
    if (!declared || more || !ts.isIdentifier(declared.name) || thrown !== undefined) {
      throw new SyntaxError(`${snippet.name}: '${comment}' stands behind something that has no one value.`);
    }
    edits.push({ from: node.end, to: node.end, text: ` $is(${n}, ${declared.name.text});` });
  };
  visit(file);
  if (comments === 'values') refuseUnread(snippet, read);

  let result = code;
  for (const { from, to, text } of edits.sort((a, b) => b.from - a.from)) {
    result = result.slice(0, from) + text + result.slice(to);
  }
  return { code: result, checks };
}

/** The comment behind a statement with those that go on below it; for an expression, also one that only stands below. */
function commentAfter(code: string, end: number, below: boolean) {
  const behind = /^[^\S\n]*\/\/ ?(.*)/.exec(code.slice(end));
  if (!behind && !below) return undefined;
  const lines: string[] = [];
  const at: number[] = [];
  let place = end;
  if (behind) {
    lines.push(behind[1] ?? '');
    at.push(end + behind[0].indexOf('//'));
    place += behind[0].length;
  }
  for (let next; (next = /^[^\S\n]*\n[^\S\n]*\/\/ ?(.*)/.exec(code.slice(place)));) {
    // Below a comment that is whole, the next one begins something else.
    if (behind && readValue(lines.join('\n'))) break;
    lines.push(next[1] ?? '');
    at.push(place + next[0].indexOf('//'));
    place += next[0].length;
  }
  return lines.length === 0 ? undefined : { text: lines.join('\n').trim(), at };
}

/** A comment behind code that nothing compares could be wrong without anybody noticing. */
function refuseUnread(snippet: Snippet, read: ReadonlySet<number>): void {
  const { code } = snippet;
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, code);
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token !== ts.SyntaxKind.SingleLineCommentTrivia || read.has(scanner.getTokenStart())) continue;
    const before = code.slice(code.lastIndexOf('\n', scanner.getTokenStart()) + 1, scanner.getTokenStart());
    if (before.trim() !== '') {
      throw new SyntaxError(`${snippet.name}: nothing compares '${scanner.getTokenText()}'. Put it before the line.`);
    }
  }
}
