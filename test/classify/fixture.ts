import { readFileSync } from 'node:fs';

/** The rows of a table under fixtures/classify: tab-separated columns; lines that begin with `#` explain. */
export const rowsOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(new URL(`../fixtures/classify/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'));
