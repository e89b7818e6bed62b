import { createRequire } from 'node:module';
import * as ink from 'ink';
import type InkTable from 'ink-table';

type TableModule = typeof InkTable;

/**
 * ink-table is CommonJS and asks for Ink with `require`, which Ink no longer answers: it is handed our Ink through the
 * module cache. (`build.ink.mjs` puts ink-table into the bundle in place of this file.)
 */
const load = (): TableModule => {
  const require = createRequire(import.meta.url);
  const file = require.resolve('ink');
  const primed = { exports: ink, id: file, filename: file, loaded: true, children: [], paths: [] };
  require.cache[file] = primed as unknown as NodeJS.Module;
  return require('ink-table') as TableModule;
};

export const Table = load().default;
