import { existsSync, readFileSync } from 'node:fs';

/** The version of this package. */
export function version(): string {
  // From dist and from src/cli alike, the nearest package.json above is the package's own.
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder)) && folder.pathname !== '/') folder = new URL('..', folder);
  const manifest = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { readonly version: string };
  return manifest.version;
}
