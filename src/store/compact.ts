import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { MentionId } from '../core/mention.ts';
import { bareRow } from '../core/row.ts';
import type { Keyed } from './key-columns.ts';
import { knownOf } from './known.ts';
import type { Manifest, Segment } from './manifest.ts';
import { mergeLogName } from './merge-log.ts';
import type { Written } from './merge-log.ts';
import type { Shelf } from './row-index.ts';
import { namesOf } from './segment.ts';
import type { SegmentFiles } from './segment.ts';

/** What a segment newly holds, for the indexes in memory. */
type Contents = { readonly shelf: Shelf; readonly keyed: readonly Keyed[] };

export type Compacted = {
  readonly next: Manifest;
  readonly written: ReadonlyMap<Segment, Contents>;
};

/**
 * Writes merged mentions into segments: changed ones into a new version of theirs, in place; new ones behind the last,
 * which they fill up when it is less than half full; without those that are gone. Nothing counts until the manifest is
 * written.
 */
export const compact = async (
  manifest: Manifest,
  merged: ReadonlyMap<MentionId, Written>,
  files: SegmentFiles,
  segmentOf: (id: MentionId) => Segment | undefined,
  segmentSize: number,
  gone: ReadonlySet<MentionId>,
): Promise<Compacted> => {
  const written = new Map<Segment, Contents>();
  let { nextSegment } = manifest;
  const add = async (mentions: readonly Written[]): Promise<Segment> => {
    const contents = contentsOf(mentions);
    const segment = await files.write(nextSegment++, mentions, contents.shelf);
    written.set(segment, contents);
    return segment;
  };

  const touched = new Set([...merged.keys(), ...gone].map(id => segmentOf(id)?.id));
  const isFresh = (id: MentionId) => !segmentOf(id) && !gone.has(id);
  const fresh = [...merged].filter(([id]) => isFresh(id)).map(([, mention]) => mention);
  const segments: Segment[] = [];
  const renewed = async (segment: Segment) =>
    (await files.readAll(segment))
      .filter(old => !gone.has(old.held.mention.id))
      .map(old => merged.get(old.held.mention.id) ?? old);
  const last = manifest.segments.at(-1);
  const fillUp = last && fresh.length > 0 && last.count < segmentSize / 2 ? last : undefined;
  for (const segment of manifest.segments) {
    if (segment === fillUp) break;
    const mentions = touched.has(segment.id) ? await renewed(segment) : undefined;
    if (mentions?.length === 0) continue;
    segments.push(mentions ? await add(mentions) : segment);
  }
  const behind = [...(fillUp ? await renewed(fillUp) : []), ...fresh];
  for (const part of inParts(behind, segmentSize)) segments.push(await add(part));
  const generation = manifest.generation + 1;
  return { next: { ...manifest, generation, nextSegment, segments }, written };
};

/** Removes what this manifest does not name. Done before it is replaced, that spares its files for whoever still reads them. */
export const sweep = async (
  directory: string,
  { segments, generation }: Manifest,
): Promise<void> => {
  const kept = new Set(
    segments.flatMap(({ id }) => Object.values(namesOf(id)).map(name => basename(name))),
  );
  for (const folder of ['segments', 'backup/segments'])
    for (const name of await readdir(join(directory, folder)))
      if (!kept.has(name)) await removeUnlessNew(join(directory, folder, name));
  for (const folder of ['.', 'backup'])
    for (const name of await readdir(join(directory, folder)))
      if (
        name.endsWith('.tmp') ||
        (name.startsWith('merges-') && name !== mergeLogName(generation))
      )
        await removeUnlessNew(join(directory, folder, name));
};

/** Temporary files may be in use; what a killed process left behind is older. */
const removeUnlessNew = async (path: string): Promise<void> => {
  const inUse = path.endsWith('.tmp') && Date.now() - (await stat(path)).mtimeMs < anHour;
  if (!inUse) await rm(path, { force: true });
};

const anHour = 3_600_000;

const contentsOf = (mentions: readonly Written[]): Contents => {
  let from = 0;
  const lengths: number[] = [];
  const keyed = mentions.map(({ held, line }): Keyed => {
    lengths.push(line.length);
    const place = { from, to: (from += line.length) };
    return { ...knownOf(held), keys: held.keys, ...place };
  });
  const rows = mentions.map(({ held }) => bareRow(held.mention, held.verdict));
  return { shelf: { rows, lengths }, keyed };
};

/** As few parts as can be, all of about one size. */
const inParts = <T>(all: readonly T[], most: number): readonly (readonly T[])[] => {
  const count = Math.ceil(all.length / most);
  return Array.from({ length: count }, (_, part) =>
    all.slice(
      Math.floor((part * all.length) / count),
      Math.floor(((part + 1) * all.length) / count),
    ),
  );
};
