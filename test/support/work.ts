/**
 * The most seconds at work of what takes one on a quiet machine: on a busy one, where others use up the memory's speed and
 * what earlier tests left is swept up meanwhile, it has been seen to take three. What goes through all pairs takes minutes.
 */
export const MOST_SECONDS = 10;

/** What comes of something done, and the seconds that this process was at work on it: how long it waited for others says nothing. */
export function withWork<T>(done: () => T): { readonly result: T; readonly seconds: number } {
  const before = process.cpuUsage();
  const result = done();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}
