// How Ink and ink-table go into the bundle.
import { readFile } from 'node:fs/promises';

/** Puts ink-table, which asks for Ink with `require`, into the bundle as a module that imports the Ink we have. */
export const inkTable = {
  name: 'ink-table',
  setup: ({ onLoad }) =>
    onLoad({ filter: /src[\\/]tui[\\/]outside[\\/]table\.ts$/ }, async () => {
      const source = await readFile('node_modules/ink-table/dist/index.js', 'utf8');
      const contents = `import * as ink from 'ink';
import react from 'react';
import hash from 'object-hash';
const exports = {};
const require = name => ({ ink, react, 'object-hash': hash })[name];
${source}
export { Table };`;
      return { contents, loader: 'js' };
    }),
};

/**
 * Ink measures and cuts up every character of every frame anew, 5 of 8 ms of a frame on Node 20. Here both remember
 * what they have seen: the same strings come back frame after frame. Fails when Ink no longer looks as expected.
 */
export const measureOnce = {
  name: 'measure-once',
  setup: ({ onLoad }) => {
    onLoad({ filter: /node_modules[\\/]string-width[\\/]index\.js$/ }, async ({ path }) => ({
      loader: 'js',
      contents: `${await replaced(path, 'export default function stringWidth(', 'function measure(')}
const widths = new Map();
export default function stringWidth(text, options) {
  if (typeof text !== 'string' || text.length > 300 || options !== undefined) return measure(text, options);
  let width = widths.get(text);
  if (width !== undefined) return width;
  width = measure(text);
  if (widths.size >= 5000) widths.clear();
  widths.set(text, width);
  return width;
}`,
    }));
    onLoad({ filter: /node_modules[\\/]ink[\\/]build[\\/]output\.js$/ }, async ({ path }) => ({
      loader: 'js',
      contents: `${await replaced(path, 'caches = new OutputCaches();', 'caches = remembered();')}
let kept;
function remembered() {
  if (!kept || kept.styledChars.size >= 4000) kept = new OutputCaches();
  return kept;
}`,
    }));
  },
};

const replaced = async (path, from, to) => {
  const source = await readFile(path, 'utf8');
  if (!source.includes(from)) throw new Error(`${path} has changed: it no longer holds "${from}"`);
  return source.replace(from, to);
};
