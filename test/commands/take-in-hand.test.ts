import { expect, it } from 'vitest';
import { takeInByHand } from '../../src/commands/take-in-hand.ts';
import { silent } from '../../src/log.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { aVerdict } from '../making.ts';

const now = () => new Date('2026-11-20T19:05:00.000Z');
const workspace = { me: 'ana', storePlace: '', log: silent };
const shell = { now, signal: new AbortController().signal };
const typed = { words: 'Rude on the phone.', who: 'Pat', stars: '2', when: '', link: '' };

const takingIn = () => {
  const store = memoryStore(now);
  const judge = async (items: readonly object[]) => items.map(() => aVerdict());
  return {
    store,
    take: (given = typed) => takeInByHand(given, { store, judge }, workspace, shell),
  };
};

it('a review typed by hand becomes a judged mention, and only once', async () => {
  const { store, take } = takingIn();
  const taken = await take();
  const [row] = await store.rows();
  expect(taken).toEqual({ kind: 'added', id: row?.id });
  expect(row).toMatchObject({ source: 'pasted', rating: 2, author: 'Pat', flags: ['negative'] });
  expect(await take()).toEqual({ kind: 'held' });
  expect(await store.rows()).toHaveLength(1);
});

it('two reviews of one page are two, though they share its address', async () => {
  const { store, take } = takingIn();
  const link = 'https://example.org/reviews';
  await take({ ...typed, link });
  await take({ ...typed, link, words: 'Kind and quick.' });
  expect(await store.rows()).toHaveLength(2);
});

it('a field that is wrong is named, and nothing is stored', async () => {
  const { store, take } = takingIn();
  expect(await take({ ...typed, stars: '9' })).toMatchObject({ kind: 'wrong', field: 'stars' });
  expect(await store.rows()).toEqual([]);
});
