import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Writes down the licences of the packages whose code ends up inside ours, as those licences ask. */
export function licencesOfTheBundled(file: string): Plugin {
  return {
    name: 'licences-of-the-bundled',
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile }) => {
        if (metafile === undefined) return;
        const folders = Object.keys(metafile.inputs).flatMap(
          (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? [],
        );
        const texts = [...new Set(folders)].sort().map(licenceIn);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, texts.join(`\n\n${'-'.repeat(72)}\n\n`) + '\n');
      });
    },
  };
}

function licenceIn(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    name: string;
    version: string;
  };
  const text = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (text === undefined) throw new Error(`${name} is bundled and has no licence.`);
  return `${name} ${version}\n\n${readFileSync(`${folder}/${text}`, 'utf8').trim()}`;
}
