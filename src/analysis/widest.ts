import type { Feasibility } from './feasibility.js';
import type { Filling } from './filling.js';
import type { Values } from './program.js';
import type { Stopped } from './watch.js';

type Test = (filling: Filling) => Promise<boolean | { readonly why: Stopped }>;

/** Widens what is filled in as long as it still does: its upper end first, then its lower; of a choice, option by option. */
export async function findWidest(
  filling: Filling,
  values: Values,
  feasibility: Feasibility,
  does: Test,
): Promise<Filling | { readonly why: Stopped }> {
  const { figure, options = [] } = filling.place;
  if (!figure) {
    let found = filling.found ?? [];
    for (const { is } of options) {
      if (found.includes(is)) continue;
      const more = options.map((one) => one.is).filter((one) => one === is || found.includes(one));
      const done = await does({ ...filling, found: more });
      if (typeof done === 'object') return done;
      if (done) found = more;
    }
    return { ...filling, found };
  }
  const ends = feasibility.unknowns().find(({ name }) => name === figure.name);
  if (!ends) return filling;
  let wider = filling;
  for (const end of ['most', 'least'] as const) {
    const found = await farthest(end, values[figure.name] ?? 0, ends[end], (n) => does({ ...wider, [end]: n }));
    if (typeof found === 'object') return found;
    const { [end]: _, ...others } = wider;
    // At its own end nothing has to be said.
    wider = found === ends[end] ? others : { ...wider, [end]: found };
  }
  return wider;
}

/** How far an end can be moved out: what does for one figure does for all nearer ones. */
async function farthest(
  end: 'least' | 'most',
  from: number,
  to: number,
  does: (n: number) => ReturnType<Test>,
): Promise<number | { readonly why: Stopped }> {
  const sign = end === 'most' ? 1 : -1;
  let [near, far] = [0, sign * (to - from)];
  let next = far;
  while (near < far) {
    const done = await does(from + sign * next);
    if (typeof done === 'object') return done;
    if (done) near = next;
    else far = next - 1;
    next = Math.ceil((near + far) / 2);
  }
  return from + sign * near;
}
