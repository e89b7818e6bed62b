import { expect, test } from 'vitest';
import type { Looked } from '../../src/sources/look.ts';
import { aDesk, aSource, eventsOf, found, linesOf } from './scanning.ts';

test('a scan tells what it looks at, what it found, and the sum', async () => {
  const desk = aDesk({ wall: found('good', 'bad'), news: found('calm') });
  const events = await eventsOf(desk.scan());
  expect(events[0]).toEqual({ type: 'start', sources: 2, skipped: 0 });
  expect(events.filter(({ type }) => type === 'fetching')).toHaveLength(2);
  expect(events.at(-1)).toMatchObject({
    type: 'done',
    sources: 2,
    added: 3,
    flagged: 1,
    failed: 0,
  });
  expect(await desk.dependencies.store.rows()).toHaveLength(3);
});

test('flags are counted by kind, for --fail-on', async () => {
  const { wall } = await linesOf(aDesk({ wall: found('bad', 'bad too', 'good') }).scan());
  expect(wall).toMatchObject({ outcome: 'fresh', entries: 3, flagged: 2, flags: { negative: 2 } });
});

test('what is known is not judged again', async () => {
  const desk = aDesk({ wall: found('good', 'bad') });
  await eventsOf(desk.scan());
  const { wall } = await linesOf(desk.scan({ force: true }));
  expect(wall).toMatchObject({ entries: 2, added: 0, updated: 0 });
  expect(desk.judged).toEqual(['good', 'bad']);
});

const telling =
  'I waited for two hours, and then the nurse at the desk told me to come back tomorrow.';

test('a duplicate that another source brings again is not judged again, but an edit of it is', async () => {
  let words = telling;
  const at = (id: string, url: string, text: string): Looked => ({
    kind: 'entries',
    entries: [{ nativeId: id, url, text, publishedAt: '2026-11-20T10:00:00.000Z' }],
    problems: [],
    notes: {},
  });
  const desk = aDesk({
    wall: at('1', 'https://wall.example/1', telling),
    sameAddress: at('2', 'https://wall.example/1', 'An excerpt'),
    sameWords: () => at('3', 'https://mirror.example/3', words),
  });
  await eventsOf(desk.scan({ concurrency: 1 }));
  expect(desk.judged).toHaveLength(3);
  await eventsOf(desk.scan({ force: true }));
  expect(desk.judged).toHaveLength(3);
  words = `${telling} Never again!`;
  await eventsOf(desk.scan({ force: true }));
  expect(desk.judged.slice(3)).toEqual([words]);
});

test('an edit is judged again and updates in place', async () => {
  let words = 'good';
  const desk = aDesk({ wall: () => found(words) });
  await eventsOf(desk.scan());
  words = 'bad after all';
  const { wall } = await linesOf(desk.scan({ force: true }));
  expect(wall).toMatchObject({ added: 0, updated: 1, flags: { negative: 1 } });
  expect(await desk.dependencies.store.rows()).toHaveLength(1);
});

test('one broken source does not stop the others, whatever it does', async () => {
  const desk = aDesk({
    down: { kind: 'failed', why: 'the server answered 503', retryAfterMs: 7_200_000 },
    closed: { kind: 'blocked', why: 'it refuses us (403)' },
    gone: { kind: 'gone', why: 'it is gone for good (410)' },
    cursed: () => Promise.reject(new TypeError('of ours')),
    wall: found('good'),
  });
  const lines = await linesOf(desk.scan());
  expect(lines).toMatchObject({
    down: { outcome: 'failed', why: 'the server answered 503; next try after 14:00' },
    closed: { outcome: 'blocked' },
    gone: { outcome: 'failed', why: 'it is gone for good (410)' },
    cursed: { outcome: 'failed', why: expect.stringContaining('TypeError') },
    wall: { outcome: 'fresh', added: 1 },
  });
});

test('a failed source waits longer each time, and one that is gone is left alone', async () => {
  const desk = aDesk({
    down: { kind: 'failed', why: 'no answer' },
    gone: { kind: 'gone', why: 'it is gone for good (410)' },
  });
  await eventsOf(desk.scan());
  desk.wait(31);
  expect(Object.keys(await linesOf(desk.scan()))).toEqual(['down']);
  desk.wait(31);
  expect(await linesOf(desk.scan())).toEqual({});
  desk.wait(31);
  expect(Object.keys(await linesOf(desk.scan()))).toEqual(['down']);
  expect(Object.keys(await linesOf(desk.scan({ force: true })))).toHaveLength(2);
});

test('a dry run counts and stores nothing', async () => {
  const desk = aDesk({ wall: found('good', 'bad') });
  const { wall } = await linesOf(desk.scan({ dryRun: true }));
  expect(wall).toMatchObject({ added: 2, flagged: 1, flags: { negative: 1 } });
  expect(await desk.dependencies.store.rows()).toEqual([]);
  expect((await desk.dependencies.store.sourceStates()).size).toBe(0);
});

test('a dry run tells edits and duplicates from news', async () => {
  const story = (id: string, text: string): Looked => ({
    kind: 'entries',
    entries: [{ nativeId: id, url: 'https://example.org/story', text }],
    problems: [],
    notes: {},
  });
  let words = 'good';
  const desk = aDesk({ wall: () => story('1', words) });
  await eventsOf(desk.scan());
  words = 'better';
  const also = {
    ...desk.dependencies,
    sources: [aSource({ id: 'wall' }), aSource({ id: 'alerts' })],
  };
  also.look = async () => story('1', words);
  const { scan } = await import('../../src/scan/scan.ts');
  const lines = await linesOf(
    scan(also, { signal: new AbortController().signal, concurrency: 1, dryRun: true, force: true }),
  );
  expect(lines).toMatchObject({
    wall: { added: 0, updated: 1, duplicates: 0 },
    alerts: { added: 0, updated: 0, duplicates: 1 },
  });
});

test('an unchanged source keeps what is remembered of it', async () => {
  let looked: Looked = { ...found('good'), notes: { etag: '"a"', freshMs: 3_600_000 } } as Looked;
  const desk = aDesk({ wall: () => looked });
  await eventsOf(desk.scan());
  looked = { kind: 'unchanged', notes: { etag: '"a"' } };
  const { wall } = await linesOf(desk.scan({ force: true }));
  expect(wall).toMatchObject({ outcome: 'fresh', unchanged: true, entries: 0 });
  const state = (await desk.dependencies.store.sourceStates()).get('wall');
  expect(state).toMatchObject({ etag: '"a"', entries: 1, newestAt: '2026-11-20T10:00:00.000Z' });
  expect(state?.nextAt).toBeUndefined();
});

test('a source without news for too long is stale, and says since when', async () => {
  const desk = aDesk({ wall: found('good') });
  await eventsOf(desk.scan());
  desk.wait(31 * 24 * 60);
  const { wall } = await linesOf(desk.scan());
  expect(wall).toMatchObject({ outcome: 'stale', why: expect.stringContaining('2026-11-20') });
});

test('a second scan learns who is scanning since when', async () => {
  const desk = aDesk({ wall: found('good') });
  const first = desk.scan();
  await first.next();
  await expect(eventsOf(desk.scan())).rejects.toThrow(
    'ana (process 1) has been scanning since 12:00',
  );
  for await (const _ of first);
  expect(await eventsOf(desk.scan({ force: true }))).toHaveLength(4);
});

test('a reader who stops reading stops the scan and lets the next one begin', async () => {
  const desk = aDesk({ wall: found('good') });
  for await (const event of desk.scan()) if (event.type === 'start') break;
  expect(await eventsOf(desk.scan())).not.toEqual([]);
});

test('an abort keeps what was read, and leaves what was not as it was', async () => {
  const stop = new AbortController();
  const desk = aDesk({
    wall: found('good'),
    slow: () => {
      stop.abort();
      return { kind: 'failed', why: 'the scan was stopped' };
    },
    late: found('never read'),
  });
  const events = await eventsOf(desk.scan({ signal: stop.signal, concurrency: 1 }));
  expect(events.at(-1)).toMatchObject({ type: 'done', sources: 1, added: 1 });
  const states = await desk.dependencies.store.sourceStates();
  expect([...states.keys()]).toEqual(['wall']);
});

test('a store that fails ends the scan with its own words', async () => {
  const desk = aDesk({ wall: found('good'), news: found('calm') });
  const store = { ...desk.dependencies.store, merge: () => Promise.reject(new Error('disk full')) };
  const { scan } = await import('../../src/scan/scan.ts');
  const signal = new AbortController().signal;
  await expect(
    eventsOf(scan({ ...desk.dependencies, store }, { signal, concurrency: 2 })),
  ).rejects.toThrow('disk full');
});

test('kinds come from the item, the source, the stars, or what the source is about', async () => {
  const looked: Looked = {
    kind: 'entries',
    entries: [
      { nativeId: '1', text: 'a', kind: 'question' },
      { nativeId: '2', text: 'b', rating: 2 },
      { nativeId: '3', text: 'c' },
    ],
    problems: [],
    notes: {},
  };
  const desk = aDesk({ wall: looked });
  await eventsOf(desk.scan());
  const rows = await desk.dependencies.store.rows();
  expect(rows.map(({ kind }) => kind)).toEqual(['question', 'review', 'post']);
});

test('nothing was published in the future', async () => {
  const looked: Looked = {
    kind: 'entries',
    entries: [{ nativeId: '1', text: 'a', publishedAt: '2031-01-01T00:00:00Z' }],
    problems: [],
    notes: {},
  };
  const desk = aDesk({ wall: looked });
  await eventsOf(desk.scan());
  expect((await desk.dependencies.store.rows())[0]?.at).toBe(Date.parse('2026-11-20T12:00:00Z'));
});
