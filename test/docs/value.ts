import ts from 'typescript';

/** What a comment says a value is: given the actual value, the one expected, with `…` filled in from the actual one. */
export type Pattern = (actual: unknown) => unknown;

const REST = '$rest';
const DIGITS = '$digits';

/**
 * Reads a comment as a value: a literal, in which `…` stands for whatever else there is: further elements, further keys,
 * further digits, the rest of a string, or a whole value. Nothing where the comment is no literal.
 *
 * @example
 * readValue('[1, …]')?.([1, 2, 3]); // [1, 2, 3]
 * readValue('8.57…')?.(9); // 8.57
 */
export function readValue(comment: string): Pattern | undefined {
  const text = `(${withoutEllipses(comment)})`;
  if (ts.transpileModule(text, { reportDiagnostics: true }).diagnostics?.length !== 0) return undefined;
  const [only, more] = ts.createSourceFile('value.ts', text, ts.ScriptTarget.Latest).statements;
  if (!only || more || !ts.isExpressionStatement(only) || !ts.isParenthesizedExpression(only.expression)) {
    return undefined;
  }
  return patternOf(only.expression.expression);
}

/** Writes each `…` outside strings as a name, so that what is left is TypeScript. */
function withoutEllipses(comment: string): string {
  return comment.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(-?\d[\d.]*)…|…/g, (match, digits?: string) =>
    digits !== undefined ? `${DIGITS}('${digits}')` : match === '…' ? REST : match,
  );
}

function patternOf(node: ts.Expression): Pattern | undefined {
  if (ts.isStringLiteralLike(node)) return stringPattern(node.text);
  if (ts.isNumericLiteral(node)) return () => Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const { operand } = node;
    return ts.isNumericLiteral(operand) ? () => -Number(operand.text) : undefined;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === DIGITS) {
    const [digits] = node.arguments;
    return digits && ts.isStringLiteral(digits) ? digitsPattern(digits.text) : undefined;
  }
  if (ts.isArrayLiteralExpression(node)) return arrayPattern(node);
  if (ts.isObjectLiteralExpression(node)) return objectPattern(node);
  if (ts.isIdentifier(node)) {
    if (node.text === REST) return (actual) => actual;
    if (node.text === 'undefined') return () => undefined;
    return node.text === 'Infinity' ? () => Infinity : undefined;
  }
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return () => true;
    case ts.SyntaxKind.FalseKeyword:
      return () => false;
    case ts.SyntaxKind.NullKeyword:
      return () => null;
    default:
      return undefined;
  }
}

/** A string; one that ends in `…` goes on as it likes. */
function stringPattern(text: string): Pattern {
  if (!text.endsWith('…')) return () => text;
  const begins = text.slice(0, -1);
  return (actual) => (typeof actual === 'string' && actual.startsWith(begins) ? actual : text);
}

function digitsPattern(digits: string): Pattern {
  return (actual) => (typeof actual === 'number' && String(actual).startsWith(digits) ? actual : Number(digits));
}

function arrayPattern(node: ts.ArrayLiteralExpression): Pattern | undefined {
  const last = node.elements.at(-1);
  const open = last !== undefined && ts.isIdentifier(last) && last.text === REST;
  const patterns = (open ? node.elements.slice(0, -1) : [...node.elements]).map(patternOf);
  if (!patterns.every((p) => p !== undefined)) return undefined;
  return (actual) => {
    const elements: readonly unknown[] = Array.isArray(actual) ? actual : [];
    const rest = open ? elements.slice(patterns.length) : [];
    return [...patterns.map((pattern, i) => pattern(elements[i])), ...rest];
  };
}

function objectPattern(node: ts.ObjectLiteralExpression): Pattern | undefined {
  let open = false;
  const patterns: (readonly [string, Pattern])[] = [];
  for (const property of node.properties) {
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === REST) {
      open = true;
      continue;
    }
    if (!ts.isPropertyAssignment(property)) return undefined;
    const { name } = property;
    const pattern = patternOf(property.initializer);
    if (!pattern || !(ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name))) return undefined;
    patterns.push([name.text, pattern]);
  }
  return (actual) => {
    const had = typeof actual === 'object' && actual !== null ? { ...actual } : {};
    const values: Record<string, unknown> = had;
    const said = Object.fromEntries(patterns.map(([key, pattern]) => [key, pattern(values[key])]));
    return open ? { ...values, ...said } : said;
  };
}
