import { readdir, readFile } from 'node:fs/promises';
import { parseOpml } from '../parse/opml.ts';
import type { Shell } from './shell.ts';

/** A feed that comes with the program, for the set-up to offer. */
export type Offered = { readonly folder: string; readonly title: string; readonly url: string };

/** The feeds of all catalogues in `feeds/`, in their order. */
export const readCatalogues = async ({ root }: Shell): Promise<readonly Offered[]> => {
  const folder = new URL('feeds/', root);
  const files = (await readdir(folder)).filter(file => file.endsWith('.opml')).sort();
  const lists = await Promise.all(
    files.map(async file => parseOpml(await readFile(new URL(file, folder), 'utf8')).outlines),
  );
  return lists.flat().map(({ title, url, folders }) => ({
    folder: folders.at(-1) ?? '',
    title,
    url,
  }));
};
