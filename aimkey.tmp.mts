import fc from 'fast-check';
import { anyCase } from '/work/main/test/model/texts/cases.ts';
import { partingOf } from '/work/main/test/model/texts/compare.ts';
const seed = Number(process.argv[2] ?? 1), n = Number(process.argv[3] ?? 1000);
const seen = new Map();
let tried = 0;
for (const c of fc.sample(anyCase, { seed, numRuns: n })) {
  const d = (c as any).deal.duties;
  if (!Object.values(d).some((x: any) => x.byKey)) continue;
  tried++;
  let p; try { p = partingOf(c as any, seen); } catch (e) { p = String(e); }
  if (p !== undefined) console.log('PARTS', tried, p.slice(0, 600));
}
console.log('tried', tried, [...seen].filter(([k]) => String(k).includes('by key')));
