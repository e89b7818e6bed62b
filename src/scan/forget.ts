import { keysOf, wordsOf } from '../core/identity.ts';
import type { Held } from '../core/identity.ts';
import type { MentionId } from '../core/mention.ts';
import type { Source, SourceState } from '../core/source.ts';
import type { Gone } from '../sources/look.ts';
import type { Store } from '../store/store.ts';
import type { Judge } from './judge.ts';

type Memory = Pick<Store, 'known' | 'rows' | 'mentions' | 'merge' | 'purge'>;

/** Whom the journal names for what a source took back. */
const eraser = 'source';

/** What stands in the place of words that their author deleted. */
const deletedText = '[deleted at its source]';

/**
 * Honours deletions at a source: what nobody has decided on is erased; what somebody has loses words and author, and is
 * open again, so that nobody answers what is gone. What another source carries stays there. Gives how many there were.
 */
export const forget = async (
  gone: readonly Gone[],
  source: Source,
  state: SourceState,
  { store, judge, now }: { readonly store: Memory; readonly judge: Judge; readonly now: Date },
): Promise<number> => {
  const ids = await heldOf(gone, source, store);
  if (ids.length === 0) return 0;
  const kept = await store.mentions(ids);
  const untouched = kept.filter(({ triage }) => triage.decision === undefined);
  const decided = kept.filter(
    ({ triage, mention }) => triage.decision !== undefined && mention.text !== deletedText,
  );
  const erased = untouched.map(({ mention }) => mention.id);
  if (erased.length > 0) await store.purge(erased, eraser, 'deleted at its source');
  if (decided.length > 0) {
    const items = await blanked(decided, judge, now);
    await store.merge([{ state, items }]);
  }
  return erased.length + decided.length;
};

const heldOf = async (
  gone: readonly Gone[],
  { id: source }: Source,
  store: Memory,
): Promise<readonly MentionId[]> => {
  const keys = gone.flatMap(item =>
    'id' in item ? keysOf({ nativeId: item.id, text: '' }, source) : [],
  );
  const authors = new Set(gone.flatMap(item => ('author' in item ? [item.author] : [])));
  const known = await store.known(keys);
  const byId = [...known.values()].filter(held => held.source === source).map(({ id }) => id);
  const rows = authors.size === 0 ? [] : await store.rows();
  const byAuthor = rows.filter(
    row => row.source === source && row.author !== undefined && authors.has(row.author),
  );
  return [...new Set([...byId, ...byAuthor.map(({ id }) => id)])];
};

const blanked = async (
  kept: readonly Held[],
  judge: Judge,
  now: Date,
): Promise<readonly Held[]> => {
  const [verdict] = await judge([{ text: '' }]);
  if (verdict === undefined) throw new Error('an item was not judged');
  return kept.map(({ keys, mention: { title: _, author: __, rating: ___, ...mention } }) => ({
    keys,
    words: wordsOf({ text: deletedText }),
    verdict,
    mention: { ...mention, text: deletedText, seenAt: now.toISOString() },
  }));
};
