import * as stickingPoints from 'sticking-points';

/** Runs printed code, given the names it imports and no others, and returns what it calls `name`. */
export function evaluated(code: string, name: string, given: Readonly<Record<string, unknown>> = {}): unknown {
  const [, imported = '', body = ''] = /^import \{([^}]*)\} from 'sticking-points';\n([^]*)$/.exec(code) ?? [];
  const names = imported
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('type '));
  const doors: Readonly<Record<string, unknown>> = { ...stickingPoints };
  const unused = names.filter((one) => !new RegExp(`\\b${one}\\(`).test(body));
  if (unused.length > 0 || names.some((one) => !(one in doors))) throw new Error(`imports in vain: ${names.join()}`);
  const plain = body.replace(/^(const \w+): \w+\[\] =/m, '$1 =');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running what was printed is the test
  const run = new Function(...names, ...Object.keys(given), `'use strict'; ${plain}; return ${name};`) as (
    ...values: readonly unknown[]
  ) => unknown; // what the text above returns
  return run(...names.map((one) => doors[one]), ...Object.values(given));
}
