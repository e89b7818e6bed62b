import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MentionId } from '../../src/core/mention.ts';
import type { Deed, RecordedAct } from '../../src/core/triage.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { aDirectory, openAt } from './directory.ts';
import { aCatch, aState, anAct, anItem } from './making.ts';

/** Two stores that must always agree, one of them on disk, where it can be closed and opened again. */
type Pair = { readonly memory: Store; disk: Store; readonly directory: string; acts: string[] };

/** Long enough to be recognised by its words. */
const long =
  'We waited for two hours, and then the nurse at the desk told us all to come back tomorrow.';

const item = fc
  .record({
    nativeId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
    text: fc.constantFrom('rude', 'kind', 'Ünïcödé 🩺 “words”', '', long, `${long} And so on.`),
    page: fc.constantFrom(undefined, 'https://example.org/page'),
    source: fc.constantFrom('wall', 'town'),
    minute: fc.integer({ min: 0, max: 59 }),
  })
  .map(({ page, source, minute, ...entry }) =>
    anItem(
      { ...entry, ...(page && { url: page }) },
      source,
      {},
      new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString(),
    ),
  );

const ids: readonly MentionId[] = ['a', 'b', 'c', 'd', 'e', 'zz'].map(
  nativeId => anItem({ nativeId }).mention.id,
);
const mentions = fc.array(fc.constantFrom(...ids), { maxLength: 3 });
const deed: fc.Arbitrary<Deed | { readonly kind: 'undo'; readonly nth: number }> = fc.oneof(
  mentions.map(mentions => ({ kind: 'decide', mentions, bucket: 'refer' }) as const),
  mentions.map(mentions => ({ kind: 'decide', mentions, bucket: 'ignore' }) as const),
  mentions.map(mentions => ({ kind: 'reopen', mentions }) as const),
  mentions.map(mentions => ({ kind: 'note', mentions, text: 'called' }) as const),
  mentions.map(
    mentions =>
      ({
        kind: 'reply',
        mentions,
        step: { step: 'follow-up', state: 'called', note: 'to call again' },
      }) as const,
  ),
  mentions.map(mentions => ({ kind: 'snooze', mentions, until: '2026-11-21T08:00:00Z' }) as const),
  mentions.map(
    mentions =>
      ({ kind: 'correct', mentions, corrections: [{ label: 'about', value: false }] }) as const,
  ),
  fc.nat({ max: 30 }).map(nth => ({ kind: 'undo', nth }) as const),
);

const both = async <T>(pair: Pair, ask: (store: Store) => Promise<T>): Promise<T> => {
  const answer = await ask(pair.memory);
  expect(await ask(pair.disk)).toEqual(answer);
  return answer;
};

type Step = (pair: Pair) => Promise<unknown>;

const merge = fc
  .array(fc.array(item, { maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((parts): Step => {
    const catches = parts.map(items => aCatch(items, items[0]?.mention.source ?? 'wall'));
    return pair => both(pair, store => store.merge(catches));
  });
const record = fc
  .tuple(fc.array(deed, { minLength: 1, maxLength: 6 }), fc.option(fc.nat({ max: 40 })))
  .map(([deeds, since]): Step => pair => {
    const acts = deeds.map(deed => {
      const undone = 'nth' in deed ? (pair.acts[deed.nth] ?? 'none') : '';
      const act = anAct('nth' in deed ? { kind: 'undo', act: undone } : deed);
      pair.acts.push(act.id);
      return act;
    });
    return both(pair, async store => {
      const outcome = await store.record(acts, since ?? undefined);
      return outcome.kind === 'conflict' ? { ...outcome, act: nameless(outcome.act) } : outcome;
    });
  });
const fail = fc.constant<Step>(pair =>
  both(pair, store => store.merge([{ state: aState('town', { health: 'failed' }), items: [] }])),
);
const unfold = fc.constantFrom(...ids).map(
  (id): Step =>
    pair =>
      both(pair, store => store.unfold(id)),
);
const purge = mentions.map(
  (mentions): Step =>
    pair =>
      both(pair, store => store.purge(mentions, 'ana', 'too old')),
);

const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
  all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Tombstones get their ids at random. */
const nameless = (act: RecordedAct) => (act.kind === 'purge' ? { ...act, id: '' } : act);

const agree = async (pair: Pair) => {
  const rows = await both(pair, async store => byId(await store.rows()));
  await both(pair, store => store.mentions(rows.map(row => row.id)));
  await both(pair, async store => (await store.acts()).map(nameless));
  await both(pair, async store => (await store.acts(ids[0])).map(nameless));
  await both(pair, store => store.seq());
  await both(pair, store => store.sourceStates());
  for (const words of ['rude', 'unicode'])
    await both(pair, store => store.find({ kind: 'words', words }, { now: 0, me: 'ana' }));
  await both(pair, store => store.known(rows.map(row => row.id)));
};

/** Does the same to both, then looks at both, also after the one on disk was opened again. */
const play = async (steps: readonly Step[]) => {
  const directory = await aDirectory();
  const memory = memoryStore(() => new Date('2026-11-20T14:05:00Z'));
  const pair: Pair = { memory, disk: await openAt(directory), directory, acts: [] };
  for (const step of steps) await step(pair);
  await agree(pair);
  expect(await pair.disk.verify()).toEqual([]);
  await pair.disk.close();
  pair.disk = await openAt(directory);
  await agree(pair);
  await pair.disk.close();
};

const brought =
  (nativeId: string, text: string, day = 20): Step =>
  pair => {
    const publishedAt = new Date(Date.UTC(2026, 10, day)).toISOString();
    const at = new Date(Date.UTC(2026, 10, 20, 12, 1)).toISOString();
    const item = anItem({ nativeId, text, publishedAt }, 'wall', {}, at);
    return both(pair, store => store.merge([aCatch([item])]));
  };
const anew: Step = async pair => {
  await pair.disk.close();
  pair.disk = await openAt(pair.directory);
};
const idOf = (nativeId: string) => anItem({ nativeId }).mention.id;

it('recognises an item by the words that it has now, before and after it is opened again', async () => {
  const edited = [brought('a', 'rude'), brought('a', long)];
  await play([...edited, brought('b', `${long} And so on.`)]);
  await play([...edited, anew, brought('b', `${long} And so on.`)]);
  await play([brought('a', long), brought('a', 'rude'), anew, brought('b', long)]);
});

it('recognises what was taken out of another, and nothing that was erased', async () => {
  const two = [brought('a', long), brought('b', `${long} And so on.`)];
  const out: Step = pair => both(pair, store => store.unfold(idOf('a')));
  const erase: Step = pair => both(pair, store => store.purge([idOf('a')], 'ana', 'too old'));
  await play([...two, out, erase, brought('c', `${long} And so on.`)]);
  await play([...two, out, anew, erase, anew, brought('c', long)]);
});

it('compares with what is of the same week, however much of other weeks says the same', async () => {
  const years = Array.from({ length: 16 }, (_, week) =>
    brought(`old ${week}`, long, 20 - 8 * week),
  );
  await play([...years, anew, brought('new', long, 21), anew, brought('older', long, -99)]);
});

it('agrees with the store in memory, whatever is done', { timeout: 60_000 }, async () => {
  const steps = fc.array(
    fc.oneof(merge, merge, record, record, fail, purge, unfold, fc.constant(anew)),
    {
      maxLength: 14,
    },
  );
  const runs = Number(process.env['LISTEN_RUNS'] ?? 12);
  await fc.assert(fc.asyncProperty(steps, play), { numRuns: runs });
});
