import { expect, test } from 'vitest';
import { readFeed } from '../../src/parse/feed.ts';
import type { Gone, Looked } from '../../src/sources/look.ts';
import { decide } from '../store/making.ts';
import { aDesk, eventsOf, found, linesOf } from './scanning.ts';

const without = (gone: readonly Gone[], looked: Looked): Looked =>
  looked.kind === 'entries' ? { ...looked, gone } : looked;

const signed = (author: string, looked: Looked): Looked =>
  looked.kind === 'entries'
    ? { ...looked, entries: looked.entries.map(entry => ({ ...entry, author })) }
    : looked;

const texts = async ({ dependencies: { store } }: ReturnType<typeof aDesk>) => {
  const rows = await store.rows();
  const kept = await store.mentions(rows.map(({ id }) => id));
  return kept.map(({ mention }) => mention.text).toSorted();
};

/** A desk whose wall first brings the one and then the other. */
const aWall = (...looks: readonly Looked[]) => {
  let turn = 0;
  return aDesk({ wall: () => looks[turn++] ?? found(), town: found('bad talk of the town') });
};

test('what is deleted at its source is erased, and does not come back', async () => {
  const all = found('one', 'two');
  const desk = aWall(all, without([{ id: '1' }, { id: 'unknown' }], found('one')), all);
  await eventsOf(desk.scan());
  const { wall } = await linesOf(desk.scan({ force: true }));
  expect(wall).toMatchObject({ added: 0, deleted: 1 });
  expect(await texts(desk)).toEqual(['bad talk of the town', 'one']);
  const [third] = Object.values(await linesOf(desk.scan({ force: true, only: ['wall'] })));
  expect(third).not.toHaveProperty('deleted');
  expect(await texts(desk)).toEqual(['bad talk of the town', 'one']);
});

test('what somebody has decided on loses its words and is open again, so that nobody answers what is gone', async () => {
  const desk = aWall(signed('Ann', found('bad day')), without([{ id: '0' }], found()));
  const { store } = desk.dependencies;
  await eventsOf(desk.scan());
  const mine = (await store.rows()).find(row => row.source === 'wall');
  if (mine) await store.record([decide('refer', mine.id)]);
  // Acts of the tests are dated a minute apart, and there may be many.
  desk.wait(100_000);
  await eventsOf(desk.scan({ force: true }));
  const after = (await store.rows()).find(row => row.source === 'wall');
  expect(after).toMatchObject({ id: mine?.id, reopened: true, flags: [] });
  expect(after).not.toHaveProperty('author');
  expect(await texts(desk)).toEqual(['[deleted at its source]', 'bad talk of the town']);
});

test('an author who is gone takes along all that is theirs there, and nothing elsewhere', async () => {
  const desk = aWall(
    signed('did:plc:a', found('one', 'two')),
    without([{ author: 'did:plc:a' }], found()),
  );
  await eventsOf(desk.scan());
  expect((await linesOf(desk.scan({ force: true })))['wall']).toMatchObject({ deleted: 2 });
  expect(await texts(desk)).toEqual(['bad talk of the town']);
});

test('an Atom feed may withdraw entries', () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
    <at:deleted-entry ref="tag:example.org,2026:1" when="2026-11-20T09:00:00Z"/>
    <entry><id>tag:example.org,2026:2</id><title>There</title></entry></feed>`;
  const { entries, deleted } = readFeed(new TextEncoder().encode(feed));
  expect([entries.length, deleted]).toEqual([1, ['tag:example.org,2026:1']]);
});
