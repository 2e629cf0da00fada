import { safeLines } from './safe.js';

/** Where bugs are told. */
const ISSUES = 'https://github.com/sticking-points/sticking-points/issues';

/** What is said of an error that nobody expected. */
export function bugText(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in sticking-points, and none of yours. Please report it:\n${ISSUES}\n\n${safeLines(what)}\n`;
}
