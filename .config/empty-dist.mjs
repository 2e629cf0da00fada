// Empties dist before a build. tsup's own `clean` runs once a format, and nothing orders the two.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

rmSync(fileURLToPath(new URL('../dist', import.meta.url)), { recursive: true, force: true });
