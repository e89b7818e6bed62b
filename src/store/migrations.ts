import { z } from 'zod';
import { StoreError } from './store.ts';

const versioned = z.looseObject({ schema: z.number().optional() });
type Versioned = z.infer<typeof versioned>;

/** Each brings a manifest from the version of its index to the next; they are never changed, only added to. */
const migrations: readonly ((manifest: Versioned) => Versioned)[] = [
  // 0 had no version and no source states.
  manifest => ({ states: [], ...manifest, schema: 1 }),
  // 2 keeps what people wrote beside the lines of the journal, which `migrate-journal.ts` rewrites.
  manifest => ({ ...manifest, schema: 2 }),
];

/** The version that this program writes. */
export const currentSchema = migrations.length;

export const isUnversioned = (found: unknown): boolean => {
  const manifest = versioned.safeParse(found);
  return manifest.success && manifest.data.schema === undefined;
};

/** The format that a manifest names; 0 when it names none. */
export const versionOf = (found: unknown): number => versioned.safeParse(found).data?.schema ?? 0;

/** Throws `StoreError` when a newer program wrote this; nothing of it is touched. */
export const refuseNewer = (found: unknown, schema: number): void => {
  const version = versionOf(found);
  if (version > schema)
    throw new StoreError(
      `This store was written by a newer listen (format ${version}, this one reads up to ${schema}); update listen.`,
    );
};

/** Brings what was read up to date; throws `StoreError` when a newer program wrote it. */
export const migrated = (found: unknown, schema: number): unknown => {
  const manifest = versioned.safeParse(found);
  if (!manifest.success) return undefined;
  const version = manifest.data.schema ?? 0;
  refuseNewer(found, schema);
  return migrations.slice(version, schema).reduce((data, step) => step(data), manifest.data);
};
