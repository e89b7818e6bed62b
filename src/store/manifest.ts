import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import type { SourceState } from '../core/source.ts';
import type { DamageReport } from './damage.ts';
import { look, readIfThere, replaceFile } from './disk.ts';
import { checksum } from './merge-log.ts';
import { isUnversioned, migrated, refuseNewer, versionOf } from './migrations.ts';
import { statesSchema } from './schema.ts';
import { StoreError } from './store.ts';

/** The files of one segment: how many mentions, and the size and checksums that its files must have. */
const segmentSchema = z.object({
  id: z.number(),
  count: z.number(),
  bytes: z.number(),
  mentions: z.string(),
  rows: z.string(),
  keys: z.string(),
  /** When its newest mention was published, in milliseconds since 1970. */
  newest: z.number().optional(),
});
export type Segment = z.infer<typeof segmentSchema>;

const manifestSchema = z.object({
  schema: z.number(),
  /** Grows with each new manifest; names the merge log that goes with it. */
  generation: z.number(),
  nextSegment: z.number(),
  segments: z.array(segmentSchema),
  states: statesSchema,
});

/** Which files make up the store: replacing the manifest is the one instant at which a rewrite happens. */
export type Manifest = Omit<z.infer<typeof manifestSchema>, 'states'> & {
  readonly states: readonly SourceState[];
};

const manifestName = 'manifest.json';
const emptyManifest = (schema: number): Manifest => ({
  schema,
  generation: 1,
  nextSegment: 1,
  segments: [],
  states: [],
});

/** The manifest on disk, with a copy, through lowdb. */
export type ManifestFile = {
  readonly current: () => Manifest;
  readonly isThere: () => boolean;
  /** Whether what was read is of an older version; what is written never is. */
  readonly isOld: () => boolean;
  /** Whether the file is another than the one that was read last. */
  readonly isStale: () => boolean;
  readonly read: () => Promise<void>;
  /** Writes the first manifest of a store that has none, or one of today for an older one; only under the lock. */
  readonly settleForm: () => Promise<void>;
  /** Makes the copy as good as the file; only under the lock. */
  readonly settle: () => Promise<void>;
  readonly write: (manifest: Manifest) => Promise<void>;
};

/** Opens the manifest of a store of this schema version; a newer one is refused. */
export const manifestFile = (
  directory: string,
  schema: number,
  report: DamageReport,
): ManifestFile => {
  const path = join(directory, manifestName);
  const copy = join(directory, 'backup', manifestName);
  let stamp: string | undefined;
  let isOld = false;

  const load = async (file: string): Promise<Manifest | undefined> => {
    const bytes = await readIfThere(file);
    return bytes && understood(bytes.toString(), schema);
  };
  const adapter: Adapter<Manifest> = {
    read: async () => {
      stamp = look(path)?.stamp;
      const manifest = await load(path);
      isOld =
        manifest !== undefined && versionOf(unsealed(String(await readIfThere(path)))) < schema;
      if (manifest) return manifest;
      const good = await load(copy);
      if (!good) {
        if (stamp === undefined) return null;
        refuseNewer(parsed((await readIfThere(path))?.toString() ?? ''), schema);
        throw new StoreError(
          `${path} and its copy are both damaged; put a copy of the store in place, or move ${directory} away to begin anew.`,
        );
      }
      const kept =
        stamp === undefined ? '' : ` The damaged file is kept as ${await report.setAside(path)}.`;
      report.add(`${manifestName} was damaged.`, `It was restored from the last good copy.${kept}`);
      await replaceFile(path, sealed(good));
      stamp = look(path)?.stamp;
      return good;
    },
    write: async manifest => {
      const text = sealed(manifest);
      await replaceFile(path, text);
      isOld = false;
      stamp = look(path)?.stamp;
      await replaceFile(copy, text);
    },
  };
  const low = new Low<Manifest>(adapter, emptyManifest(schema));

  return {
    current: () => low.data,
    isThere: () => stamp !== undefined,
    isOld: () => isOld,
    isStale: () => look(path)?.stamp !== stamp,
    read: () => low.read(),
    settleForm: async () => {
      await low.read();
      if (isOld) await low.write();
      if (stamp !== undefined) return;
      if ((await readdir(join(directory, 'segments'))).length > 0)
        throw new StoreError(
          `${path} and its copy are gone; put a copy of the store in place, or move ${directory} away to begin anew.`,
        );
      await low.write();
    },
    settle: async () => {
      const [first, second] = [await readIfThere(path), await readIfThere(copy)];
      if (!first || second?.equals(first)) return;
      await replaceFile(copy, first);
      if (second && !unsealed(second.toString()))
        report.add(`The copy of ${manifestName} was damaged.`, 'It was made anew.');
    },
    write: async manifest => {
      low.data = manifest;
      await low.write();
    },
  };
};

/** A manifest ends with a checksum of what stands before it. */
const sealed = (manifest: Manifest): string => {
  const body = JSON.stringify(manifest).slice(0, -1);
  return `${body},"checksum":"${checksum(Buffer.from(body))}"}`;
};

/** What a manifest says; undefined when it is damaged. Those without a version had no checksum either. */
const unsealed = (text: string): unknown => {
  const [, body, sum] = /^(.*),"checksum":"([0-9a-f]{8})"\}$/s.exec(text) ?? [];
  const found = parsed(text);
  if (body === undefined) return isUnversioned(found) ? found : undefined;
  return checksum(Buffer.from(body)) === sum ? found : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Undefined when damaged; throws when it was written by a newer program. */
const understood = (text: string, schema: number): Manifest | undefined => {
  const found = unsealed(text);
  if (found === undefined) return undefined;
  const manifest = manifestSchema.safeParse(migrated(found, schema));
  return manifest.success ? (manifest.data as Manifest) : undefined;
};
