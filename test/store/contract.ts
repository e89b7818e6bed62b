import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/core/query-parse.ts';
import { rowOf } from '../../src/core/row.ts';
import { untouched } from '../../src/core/triage.ts';
import { nextUndo } from '../../src/core/undo.ts';
import type { Store } from '../../src/store/store.ts';
import { aCatch, aState, anAct, anItem, decide } from './making.ts';

const now = Date.parse('2026-11-20T14:05:00Z');

const found = async (store: Store, typed: string) => {
  const parsed = parseQuery(typed, now);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const rows = await store.find(parsed.query, { now, me: 'ana' });
  return rows.map(row => row.headline);
};

const quiet = anItem({ nativeId: 'quiet', title: 'Flu shots on Saturday' }, 'town', {
  priority: { score: 5, reasons: [] },
  flags: [],
});
const angry = anItem({ nativeId: 'angry', text: 'Two hours, and a rude Front Desk!' });
const { id } = angry.mention;

/** What every store keeps of its promises; `open` gives an empty one. */
export const keepsTheContract = (open: () => Promise<Store>): void => {
  const withBoth = async () => {
    const store = await open();
    await store.merge([aCatch([quiet], 'town'), aCatch([angry])]);
    return store;
  };

  describe('merging', () => {
    it('adds what is new, and gives its rows', async () => {
      const store = await open();
      const merged = await store.merge([aCatch([quiet], 'town'), aCatch([angry])]);
      const row = rowOf(angry.mention, angry.verdict, untouched);
      expect(merged).toMatchObject([{ source: 'town' }, { source: 'wall', updated: [] }]);
      expect(merged[1]?.added).toEqual([row]);
      expect(await store.rows()).toContainEqual(row);
      expect(await store.rows()).toHaveLength(2);
      expect(await store.mentions([id])).toEqual([{ ...angry, triage: untouched }]);
    });

    it('leaves alone what has not changed', async () => {
      const store = await withBoth();
      const [merged] = await store.merge([aCatch([angry])]);
      expect(merged).toEqual({ source: 'wall', added: [], updated: [], duplicates: [] });
    });

    it('updates an edited item in place', async () => {
      const store = await withBoth();
      const edited = anItem({ nativeId: 'angry', text: 'Better now.' }, 'wall', {}, seen(1));
      const [merged] = await store.merge([aCatch([edited])]);
      expect(merged?.updated).toMatchObject([{ id, headline: 'Better now.' }]);
      const [kept] = await store.mentions([id]);
      expect(kept?.mention).toMatchObject({ text: 'Better now.', editedAt: seen(1) });
      expect(kept?.mention.seenAt).toBe(angry.mention.seenAt);
      expect(await store.rows()).toHaveLength(2);
    });

    it('opens a decided item again when its words change', async () => {
      const store = await withBoth();
      await store.record([decide('refer', id)]);
      await store.merge([
        aCatch([anItem({ nativeId: 'angry', text: 'Worse!' }, 'wall', {}, seen(9999))]),
      ]);
      const row = (await store.rows()).find(row => row.id === id);
      expect(row).toMatchObject({ reopened: true });
      expect(row).not.toHaveProperty('bucket');
    });

    it('folds the same address from another source into one, with "also in"', async () => {
      const store = await withBoth();
      const url = angry.mention.url ?? '';
      const copy = anItem({ nativeId: 'copy', url, text: angry.mention.text }, 'mirror');
      const [merged] = await store.merge([aCatch([copy], 'mirror')]);
      expect(merged?.duplicates).toMatchObject([{ id, alsoIn: 1 }]);
      expect((await store.known(copy.keys)).get(copy.keys[0] ?? '')).toEqual({
        id,
        source: 'wall',
        words: angry.words,
        copies: [{ source: 'mirror' }],
      });
      const [again] = await store.merge([aCatch([copy], 'mirror')]);
      expect(again?.duplicates).toEqual([]);
    });

    it('folds what says nearly the same elsewhere, and lets it out again', async () => {
      const store = await open();
      const text =
        'I waited for two hours, and then the nurse at the desk told me to come back tomorrow.';
      const first = anItem({ nativeId: 'first', text });
      const again = anItem({ nativeId: 'again', text: text.toUpperCase() }, 'mirror');
      await store.merge([aCatch([first])]);
      const [merged] = await store.merge([aCatch([again], 'mirror')]);
      expect(merged).toMatchObject({
        added: [],
        duplicates: [{ id: first.mention.id, alsoIn: 1 }],
      });
      expect((await store.known(again.keys)).get(again.keys[0] ?? '')).toMatchObject({
        id: first.mention.id,
        copies: [{ source: 'mirror', words: again.words }],
      });
      const [still] = await store.merge([aCatch([again], 'mirror')]);
      expect(still).toMatchObject({ added: [], updated: [], duplicates: [] });
      expect(await store.unfold(first.mention.id)).toMatchObject([
        { id: first.mention.id, alsoIn: 0 },
        { id: again.mention.id },
      ]);
      const [apart] = await store.merge([aCatch([again], 'mirror')]);
      expect(apart).toMatchObject({ added: [], updated: [], duplicates: [] });
      expect(await store.rows()).toHaveLength(2);
      expect(await store.mentions([again.mention.id])).toEqual([{ ...again, triage: untouched }]);
    });

    it('keeps two comments on one page apart', async () => {
      const store = await open();
      const url = 'https://example.org/page';
      const comments = ['first', 'second'].map(nativeId => anItem({ nativeId, url }));
      await store.merge([aCatch(comments)]);
      const [merged] = await store.merge([aCatch(comments)]);
      expect(merged).toMatchObject({ added: [], updated: [] });
      expect(await store.rows()).toHaveLength(2);
    });

    it('knows held items by any of their keys', async () => {
      const store = await withBoth();
      const known = await store.known([...angry.keys, 'unheard of']);
      const entry = { id, source: 'wall', words: angry.words };
      expect(known).toEqual(new Map(angry.keys.map(key => [key, entry])));
    });

    it('remembers the last state of each source', async () => {
      const store = await withBoth();
      const state = aState('wall', { health: 'failed', why: 'it is gone', failures: 2 });
      await store.merge([{ state, items: [] }]);
      expect(await store.sourceStates()).toEqual(
        new Map([
          ['wall', state],
          ['town', aState('town')],
        ]),
      );
    });
  });

  describe('acts', () => {
    it('show in the row, and are numbered from 1', async () => {
      const store = await withBoth();
      const act = decide('refer', id);
      expect(await store.record([act])).toMatchObject({ kind: 'recorded', seq: 1 });
      expect(await store.rows()).toContainEqual(
        expect.objectContaining({
          id,
          bucket: 'refer',
          decidedBy: 'ana',
          decidedAt: Date.parse(act.at),
        }),
      );
      expect(await store.acts()).toEqual([{ ...act, seq: 1 }]);
      expect(await store.seq()).toBe(1);
    });

    it('can be undone, and the undo undone', async () => {
      const store = await withBoth();
      const act = decide('refer', id, quiet.mention.id);
      const undo = anAct({ kind: 'undo', act: act.id });
      await store.record([act]);
      expect(await store.record([undo])).toMatchObject({
        rows: [{ id }, { id: quiet.mention.id }],
      });
      expect(await found(store, 'is:decided')).toEqual([]);
      await store.record([anAct({ kind: 'undo', act: undo.id })]);
      expect(await found(store, 'bucket:refer')).toHaveLength(2);
    });

    it('are kept for mentions one by one', async () => {
      const store = await withBoth();
      const note = anAct({ kind: 'note', mentions: [id], text: 'called her' });
      await store.record([decide('ignore', quiet.mention.id), note]);
      expect(await store.acts(id)).toEqual([{ ...note, seq: 2 }]);
      expect(await store.mentions([id])).toMatchObject([
        { triage: { notes: [{ text: 'called her' }] } },
      ]);
    });

    it('are refused, all of them, when somebody acted on the same mention since', async () => {
      const store = await withBoth();
      const first = decide('refer', id);
      await store.record([first], 0);
      const late = [decide('ignore', quiet.mention.id), decide('ignore', id)];
      expect(await store.record(late, 0)).toEqual({ kind: 'conflict', act: { ...first, seq: 1 } });
      expect(await store.seq()).toBe(1);
      expect(await store.record(late, 1)).toMatchObject({ kind: 'recorded', seq: 3 });
    });

    it('move rows by corrections of labels', async () => {
      const store = await withBoth();
      const corrections = [{ label: 'flag', flag: 'urgent', value: true }] as const;
      await store.record([anAct({ kind: 'correct', mentions: [quiet.mention.id], corrections })]);
      expect(await found(store, 'flag:urgent')).toEqual(['Flu shots on Saturday']);
    });
  });

  describe('reading', () => {
    it('gives the same rows until something changes', async () => {
      const store = await withBoth();
      const rows = await store.rows();
      expect(await store.rows()).toBe(rows);
      await store.record([decide('ignore', id)]);
      expect(await store.rows()).not.toBe(rows);
    });

    it('gives whole mentions in the order asked for', async () => {
      const store = await withBoth();
      const unheard = anItem({ nativeId: 'unheard' }).mention.id;
      const kept = await store.mentions([id, unheard, quiet.mention.id]);
      expect(kept.map(({ mention }) => mention.id)).toEqual([id, quiet.mention.id]);
    });

    it.each([
      ['', ['Two hours, and a rude Front Desk!', 'Flu shots on Saturday']],
      ['"front desk"', ['Two hours, and a rude Front Desk!']],
      ['SATURDAY words', ['Flu shots on Saturday']],
      ['NOT rude', ['Flu shots on Saturday']],
      ['source:town', ['Flu shots on Saturday']],
      ['rude source:town', []],
    ])('finds by %j, most dangerous first', async (typed, expected) => {
      expect(await found(await withBoth(), typed)).toEqual(expected);
    });

    it('finds nothing wrong with itself', async () => {
      const store = await withBoth();
      await store.record([decide('ignore', id)]);
      expect(await store.verify()).toEqual([]);
      expect(store.damage).toEqual([]);
    });
  });

  describe('purging', () => {
    it('erases mentions and what people said of them, and keeps a tombstone without a word of theirs', async () => {
      const store = await withBoth();
      await store.record([decide('refer', id)]);
      expect(await store.purge([id, id], 'ana', 'asked to be forgotten')).toBe(1);
      expect((await store.rows()).map(row => row.id)).toEqual([quiet.mention.id]);
      expect(await store.mentions([id])).toEqual([]);
      expect(await found(store, 'rude')).toEqual([]);
      expect(await store.known(angry.keys)).toEqual(new Map());
      const stone = (await store.acts()).at(-1);
      expect(stone).toMatchObject({ kind: 'purge', by: 'ana', mentions: [id], seq: 2 });
      expect(JSON.stringify(stone)).not.toMatch(/rude|example/);
      expect(await store.purge([id], 'ana', 'again')).toBe(0);
    });

    it('erases what people wrote about them from the journal, and keeps who did what and when', async () => {
      const store = await withBoth();
      const other = quiet.mention.id;
      const draft = anAct({ kind: 'reply', mentions: [id], step: written('sorry, Jane') });
      const steps = [
        { step: 'approve', draft: draft.id, screened, models: '1', override: 'Jane asked' },
        { step: 'post', draft: draft.id, url: 'https://example.org/jane' },
        { step: 'withdraw', draft: draft.id, reason: 'Jane called' },
        { step: 'follow-up', state: 'called', note: 'Jane is well' },
      ] as const;
      await store.record([
        anAct({ kind: 'decide', mentions: [id], bucket: 'refer', note: 'Jane again' }),
        anAct({ kind: 'note', mentions: [id, other], text: 'both are Jane' }),
        anAct({ kind: 'note', mentions: [other], text: 'not hers' }),
        draft,
        ...steps.map(step => anAct({ kind: 'reply', mentions: [id], step })),
      ]);
      await store.purge([id], 'ana', 'asked to be forgotten');
      expect(JSON.stringify(await store.acts())).not.toMatch(/jane/i);
      expect(JSON.stringify(await store.acts(other))).not.toMatch(/jane/i);
      expect((await store.acts()).map(act => act.kind)).toEqual(
        'decide note note reply reply reply reply reply purge'.split(' '),
      );
      const [kept] = await store.mentions([other]);
      expect(kept?.triage.notes.map(note => note.text)).toEqual(['not hers']);
      expect(await store.verify()).toEqual([]);
    });

    it('never lets a purged item come back, but lets others on the same page in', async () => {
      const store = await withBoth();
      await store.purge([id], 'ana', 'too old');
      const { url = '', text } = angry.mention;
      const copy = anItem({ nativeId: 'copy', url, text }, 'mirror');
      const other = anItem({ nativeId: 'other', url, text: 'Somebody else.' });
      const [back, copied, let_in] = await store.merge([
        aCatch([angry]),
        aCatch([copy], 'mirror'),
        aCatch([other]),
      ]);
      expect([back?.added, copied?.added]).toEqual([[], []]);
      expect(let_in?.added).toHaveLength(1);
    });

    it('cannot be undone', async () => {
      const store = await withBoth();
      await store.purge([id], 'ana', 'too old');
      const stone = (await store.acts()).at(-1);
      await store.record([anAct({ kind: 'undo', act: stone?.id ?? '' })]);
      expect(await store.rows()).toHaveLength(1);
      expect(nextUndo(await store.acts(), 'ana')).toEqual({ kind: 'none' });
    });
  });

  describe('a lease', () => {
    it("is one holder's until it is released, and says whose", async () => {
      const store = await open();
      const lease = await store.lease('scan', 'ana');
      const other = await store.lease('scan', 'ben');
      expect(other).toMatchObject({ kind: 'taken', by: expect.stringContaining('ana') });
      if (lease.kind === 'held') await lease.release();
      expect(await store.lease('scan', 'ben')).toMatchObject({ kind: 'held' });
    });

    it('comes to whoever waits, once it is free', async () => {
      const store = await open();
      const lease = await store.lease('scan', 'ana');
      const waiting = store.lease('scan', 'ben', 5000);
      if (lease.kind === 'held') await lease.release();
      expect(await waiting).toMatchObject({ kind: 'held' });
    });
  });
};

const screened = { outcome: 'pass', rules: [], policy: '1' } as const;
const written = (text: string) => ({ step: 'draft', text, screened }) as const;

const seen = (minutes: number) =>
  new Date(Date.parse('2026-11-20T12:00:00Z') + minutes * 60_000).toISOString();
