import { printable } from '../../base/printable.js';

/**
 * Text as it may stand in Markdown without meaning anything there: no markup, no HTML, no link that makes itself, no line of
 * its own. Entities where a backslash would not do.
 */
export function inert(text: string): string {
  return printable(text.replace(/[\r\n\t\u2028\u2029]+/g, ' '))
    .replace(/[\\`*_[\]|~$!]/g, '\\$&')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
    .replace(/:(?=\/\/|[a-z0-9-]+:)/gi, '&#58;')
    .replace(/\b(javascript|vbscript|data|mailto|xmpp):/gi, '$1&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replace(/@/g, '&#64;')
    .replace(/^(\s*)([#+=-]|\d+[.)])/, (_, space: string, sign: string) => `${space}${entities(sign)}`);
}

function entities(text: string): string {
  return Array.from(text, (sign) => `&#${sign.codePointAt(0) ?? 0};`).join('');
}
