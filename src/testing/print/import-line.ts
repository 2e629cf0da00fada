import { unique } from '../../base/list.js';

/** What imports these names from the library, sorted, on as many lines as a formatter gives it. */
export function importLine(names: readonly string[]): string {
  const sorted = unique(names).sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
  const line = `import { ${sorted.join(', ')} } from 'sticking-points';`;
  if (line.length <= 80) return line;
  return `import {\n${sorted.map((name) => `  ${name},\n`).join('')}} from 'sticking-points';`;
}

function bare(name: string): string {
  return name.replace(/^type /, '').toLowerCase();
}
