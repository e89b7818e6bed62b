import { keysOf, idOf, wordsOf } from '../../src/core/identity.ts';
import type { Held } from '../../src/core/identity.ts';
import type { Entry, MentionId, SourceId } from '../../src/core/mention.ts';
import type { SourceState } from '../../src/core/source.ts';
import type { Act, Deed } from '../../src/core/triage.ts';
import type { Verdict } from '../../src/core/verdict.ts';
import type { Catch } from '../../src/store/store.ts';
import { aVerdict } from '../making.ts';

const noon = '2026-11-20T12:00:00.000Z';

/** An item as a scan would hand it to the store, recognised by its own id, its address and its words. */
export const anItem = (
  entry: Partial<Entry> & { readonly nativeId: string },
  source: SourceId = 'wall',
  verdict: Partial<Verdict> = {},
  seenAt = noon,
): Held => {
  const whole: Entry = {
    url: `https://example.org/${source}/${entry.nativeId}`,
    text: `The words of ${entry.nativeId}.`,
    publishedAt: '2026-11-20T11:00:00.000Z',
    kind: 'review',
    ...entry,
  };
  const keys = keysOf(whole, source);
  const { nativeId: _, updatedAt: __, kind = 'review', publishedAt = noon, ...rest } = whole;
  return {
    mention: { ...rest, id: idOf(keys), source, kind, publishedAt, seenAt, alsoIn: [] },
    verdict: aVerdict(verdict),
    keys,
    words: wordsOf(whole),
  };
};

export const aState = (id: SourceId = 'wall', differs: Partial<SourceState> = {}): SourceState => ({
  id,
  health: 'fresh',
  checkedAt: noon,
  failures: 0,
  entries: 1,
  seeded: true,
  ...differs,
});

/** What one look at one source brought. */
export const aCatch = (items: readonly Held[], source: SourceId = 'wall'): Catch => ({
  state: aState(source),
  items,
});

let acts = 0;

/** An act of Ana's, a minute after the last one. */
export const anAct = (deed: Deed, by = 'ana'): Act => {
  acts++;
  return {
    id: `act-${acts}`,
    at: new Date(Date.parse(noon) + acts * 60_000).toISOString(),
    by,
    ...deed,
  };
};

export const decide = (
  bucket: 'reply' | 'refer' | 'ignore',
  ...mentions: readonly MentionId[]
): Act => anAct({ kind: 'decide', bucket, mentions });
