import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf, keysOf, reconcile, wordsOf } from '../../src/core/identity.ts';
import type { Held } from '../../src/core/identity.ts';
import { identify } from '../../src/core/look-alikes.ts';
import type { Entry } from '../../src/core/mention.ts';
import { aMention, aVerdict } from '../making.ts';

const held = (entry: Entry, source = 'wall'): Held => {
  const keys = keysOf(entry, source);
  const { nativeId: _, ...rest } = entry;
  const mention = aMention({ ...rest, id: idOf(keys), source, kind: entry.kind ?? 'post' });
  return { mention, verdict: aVerdict(), keys, words: wordsOf(entry) };
};

const story: Entry = {
  nativeId: 'a',
  kind: 'headline',
  url: 'https://news.example.org/flu?utm_source=rss',
  title: 'Flu season begins early in Milford this year - The Courier',
  publisher: 'The Courier',
  publishedAt: '2026-11-20T09:00:00.000Z',
  text: 'Vaccines are here.',
};

test('one story is the same story however its address is dressed', () => {
  const dressed = { ...story, nativeId: 'b', url: 'https://www.news.example.org/flu/#top' };
  expect(keysOf(dressed, 'other').some(key => keysOf(story, 'wall').includes(key))).toBe(true);
});

test('a headline is known by its longest part, publisher and day when links say nothing', () => {
  const { url: _, ...linkless } = story;
  const live = { ...linkless, nativeId: 'b', title: `LIVE: ${story.title ?? ''}` };
  expect(keysOf(live, 'other').some(key => keysOf(linkless, 'wall').includes(key))).toBe(true);
});

test('the same id in two sources means nothing', () => {
  const post: Entry = { nativeId: '1', text: 'Hello' };
  expect(keysOf(post, 'one')).not.toEqual(keysOf(post, 'two'));
});

test('an edit keeps the id, the place and the first sighting, and says when', () => {
  const before = held(story);
  const after = reconcile(before, held({ ...story, text: 'Vaccines are gone.' }));
  expect(after).toMatchObject({
    kind: 'updated',
    held: { mention: { id: before.mention.id, text: 'Vaccines are gone.' } },
  });
  expect(after.kind === 'updated' && after.held.mention.editedAt).toBe(before.mention.seenAt);
});

test('a changed case or spacing is no edit', () => {
  expect(reconcile(held(story), held({ ...story, text: 'VACCINES  are here. ' })).kind).toBe(
    'unchanged',
  );
});

test('a retitled headline with a new id but its old address is an edit', () => {
  const retitled = held({ ...story, nativeId: 'b', title: 'Flu is here' });
  expect(reconcile(held(story), retitled).kind).toBe('updated');
});

test('two reviews that link to the page they are about stay two', () => {
  const page = 'https://maps.example.org/lakeside';
  const first = held({ nativeId: '1', kind: 'review', url: page, text: 'Two hours!' });
  const second = { nativeId: '2', kind: 'review', url: page, text: 'Lovely nurses.' } as const;
  expect(reconcile(first, held(second)).kind).toBe('added');
  expect(reconcile(first, held(second, 'maps')).kind).toBe('added');
});

test('the same words from another source are a sighting, once', () => {
  const first = reconcile(held(story), held(story, 'alerts'));
  expect(first).toMatchObject({ kind: 'duplicate' });
  const folded = first.kind === 'duplicate' ? first.held : held(story);
  expect(folded.mention.alsoIn).toEqual([{ source: 'alerts', url: story.url }]);
  expect(reconcile(folded, held(story, 'alerts')).kind).toBe('unchanged');
});

const anEntry = fc.record(
  {
    nativeId: fc.constantFrom('1', '2', '3'),
    url: fc.constantFrom('https://a.example/1', 'https://a.example/2'),
    title: fc.constantFrom('One', 'Two'),
    text: fc.constantFrom('good', 'bad', 'so so'),
    updatedAt: fc.constantFrom('2026-11-19T00:00:00.000Z', '2026-11-20T00:00:00.000Z'),
  },
  { requiredKeys: ['text'] },
);

test('bringing the same item twice changes nothing the second time', () => {
  fc.assert(
    fc.property(anEntry, anEntry, fc.constantFrom('wall', 'alerts'), (before, after, source) => {
      const once = reconcile(held(before), held(after, source));
      if (once.kind === 'added' || once.kind === 'unchanged') return;
      expect(reconcile(once.held, held(after, source)).kind).toBe('unchanged');
    }),
  );
});

test('where a story was seen does not depend on the order of seeing', () => {
  const sources = ['wall', 'alerts', 'news', 'radio'];
  fc.assert(
    fc.property(fc.shuffledSubarray(sources, { minLength: 1 }), order => {
      const folded = order
        .map(source => held(story, source))
        .reduce((into, next) => {
          const result = reconcile(into, next);
          return result.kind === 'unchanged' ? into : result.held;
        });
      const { source, alsoIn } = folded.mention;
      expect([source, ...alsoIn.map(also => also.source)].toSorted()).toEqual(order.toSorted());
    }),
  );
});

test('entries of one look never share a key unless they say the same', () => {
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 8 }), entries => {
      const identified = identify(entries, 'wall');
      for (const [index, a] of identified.entries())
        for (const b of identified.slice(index + 1))
          if (a.keys.some(key => b.keys.includes(key))) expect(a.words).toBe(b.words);
    }),
  );
});

test('a guid that a feed uses twice does not hide the second item', () => {
  const entries: Entry[] = [
    { nativeId: 'x', url: 'https://a.example/1', text: 'good' },
    { nativeId: 'x', url: 'https://a.example/2', text: 'bad' },
  ];
  const [first, second] = identify(entries, 'wall').map(({ keys }) => idOf(keys));
  expect(first).not.toBe(second);
});

test('versions of one entry in one feed count as the latest', () => {
  const versions: Entry[] = [
    { nativeId: 'x', text: 'good', updatedAt: '2026-11-20T00:00:00.000Z' },
    { nativeId: 'x', text: 'better', updatedAt: '2026-11-20T09:00:00.000Z' },
  ];
  expect(identify(versions, 'wall').map(({ entry }) => entry.text)).toEqual(['better']);
});

test('an item keeps its id when a namesake joins it later', () => {
  const first: Entry = { nativeId: 'x', url: 'https://a.example/1', text: 'good' };
  const second: Entry = { nativeId: 'x', url: 'https://a.example/2', text: 'bad' };
  const alone = identify([first], 'wall')[0]?.keys ?? [];
  const joined = identify([first, second], 'wall')[0]?.keys ?? [];
  expect(joined.some(key => alone.includes(key))).toBe(true);
});
