// What needs to read YAML, loaded where it is needed.
export { placed } from './placed.js';
export { readYaml } from './yaml-text.js';
