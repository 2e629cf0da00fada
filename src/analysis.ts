// All offers at once: what excludes what, and the least that would have to change

export type { Solved } from './analysis/program.js';
