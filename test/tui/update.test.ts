import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionId } from '../../src/core/mention.ts';
import type { Row } from '../../src/core/row.ts';
import { untouched } from '../../src/core/triage.ts';
import { layoutOf } from '../../src/tui/layout.ts';
import { bindings } from '../../src/tui/keys.ts';
import type { Effect, Message } from '../../src/tui/message.ts';
import { belongs, rowIn, shelve } from '../../src/tui/shelf.ts';
import { opening } from '../../src/tui/state.ts';
import type { State } from '../../src/tui/state.ts';
import { update } from '../../src/tui/update.ts';
import { aMention, aRow, aVerdict } from '../making.ts';
import { now, setting } from './workbench.tsx';

const size = { columns: 80, rows: 24 };

const rowsOf = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) =>
    aRow({ id: mentionId(`m${index}`), priority: 100 - index, headline: `Number ${index}` }),
  );

const after = (state: State, ...messages: readonly Message[]): State =>
  messages.reduce((before, message) => update(before, message)[0], state);

const opened = (rows: readonly Row[]) =>
  after(opening(setting, size, now.getTime()), { type: 'loaded', rows, states: new Map() });

const key = (name: string): Message => ({ type: 'key', key: name });
const keys = (...names: readonly string[]) => names.map(key);

const effectsOf = (state: State, message: Message): readonly Effect[] =>
  update(state, message).slice(1) as Effect[];

describe('moving', () => {
  it.each([
    ['j', 1],
    ['G', 99],
    ['j j k', 1],
    ['G g', 0],
    ['ctrl-d', 9],
    ['ctrl-d ctrl-u', 0],
    ['k', 0],
  ])('%s puts the cursor on row %i', (typed, row) => {
    expect(after(opened(rowsOf(100)), ...keys(...typed.split(' '))).view.selected).toBe(row);
  });

  it('never changes what is known of a mention', () => {
    const state = opened(rowsOf(100));
    expect(after(state, ...keys('j', 'j', 'G')).shelf).toBe(state.shelf);
  });

  it('reads the mention under the cursor once it rests there', () => {
    expect(effectsOf(opened(rowsOf(3)), key('j'))).toEqual([
      { type: 'read', id: mentionId('m1'), soon: true },
    ]);
  });

  it('does not scroll before it has to, and then by a few rows, so that little is to be drawn', () => {
    const state = opened(rowsOf(100));
    expect(after(state, ...Array<Message>(18).fill(key('j'))).view.top).toBe(0);
    const below = after(state, ...Array<Message>(19).fill(key('j')));
    expect(below.view).toMatchObject({ top: 5, selected: 19 });
    const above = after(below, ...Array<Message>(15).fill(key('k')));
    expect(above.view).toMatchObject({ top: 0, selected: 4 });
  });

  it('scrolls by half a screen where the detail beside the list has to be drawn anyhow', () => {
    const wide: Message = { type: 'resize', columns: 120, rows: 24 };
    const state = after(opened(rowsOf(100)), wide, ...Array<Message>(19).fill(key('j')));
    expect(state.view).toMatchObject({ top: 10, selected: 19 });
  });
});

describe('what comes in meanwhile', () => {
  it('leaves the list and the cursor alone, and says how many are new', () => {
    const state = after(opened(rowsOf(3)), key('j'));
    const more = [...rowsOf(3), aRow({ id: mentionId('new'), priority: 99.5 })];
    const next = after(state, { type: 'loaded', rows: more, states: new Map() });
    expect(next.view.order).toBe(state.view.order);
    expect(next.view).toMatchObject({ selected: 1, arrived: 1 });
    expect(next.notice?.text).toBe('1 new mention; press . to see it.');
    const refreshed = after(next, key('.'));
    expect(refreshed.view.order.map(row => row.id)).toEqual(['m0', 'new', 'm1', 'm2']);
    expect(refreshed.view.selected).toBe(2);
  });

  it('counts what another process decided', () => {
    const [first] = rowsOf(1);
    if (!first) throw new Error('no row');
    const next = after(opened(rowsOf(3)), {
      type: 'changed',
      rows: [{ ...first, bucket: 'refer' }],
    });
    expect(next.shelf.counts).toEqual({ inbox: 2, reply: 0, refer: 1, ignore: 0, all: 3 });
  });

  it('brings a snoozed mention back when its time has come', () => {
    const snoozed = aRow({ snoozedUntil: now.getTime() + 60_000 });
    const state = opened([snoozed]);
    expect(state.shelf.counts.inbox).toBe(0);
    const later = after(state, { type: 'tick', now: now.getTime() + 60_001 });
    expect(later.shelf.counts.inbox).toBe(1);
  });
});

describe('a filter', () => {
  const filtered = (typed: string) =>
    after(opened(rowsOf(3)), key('/'), ...keys(...typed.split('')));

  it('says while typing where a query is wrong', () => {
    expect(filtered('flag:negatve').mode).toMatchObject({
      kind: 'filter',
      problem: { position: 5, message: expect.stringContaining('negative') },
    });
  });

  it('is not applied while it is wrong', () => {
    expect(after(filtered('flag:negatve'), key('enter')).mode.kind).toBe('filter');
  });

  it('asks the store, and stays until it is cleared', () => {
    const [asked, effect] = update(filtered('flag:negative'), key('enter'));
    expect(effect).toMatchObject({ type: 'find', typed: 'flag:negative' });
    const found = after(asked, {
      type: 'found',
      typed: 'flag:negative',
      ids: new Set([mentionId('m1')]),
    });
    expect(found.view.order.map(row => row.id)).toEqual(['m1']);
    expect(after(found, key('2'), key('1')).view.order).toHaveLength(1);
    expect(after(found, key('esc')).view.order).toHaveLength(3);
  });
});

describe('the clock', () => {
  it('offers to snooze until the office opens', () => {
    const { mode } = after(opened(rowsOf(1)), key('z'));
    const until =
      mode.kind === 'snooze'
        ? mode.choices.map(choice => new Date(choice.until).toISOString())
        : [];
    expect(until).toEqual([
      '2026-11-20T21:05:00.000Z',
      '2026-11-21T13:00:00.000Z',
      '2026-11-23T13:00:00.000Z',
      '2026-11-27T13:00:00.000Z',
    ]);
  });
});

describe('whatever comes', () => {
  const anyKey = fc.constantFrom(
    ...bindings.flatMap(binding => [...binding.keys]),
    'w',
    'é',
    'x y',
  );
  const ids = rowsOf(30).map(row => row.id);
  const anyMessage: fc.Arbitrary<Message> = fc.oneof(
    { weight: 12, arbitrary: anyKey.map(key) },
    fc.record({
      type: fc.constant('resize' as const),
      columns: fc.integer({ min: 20, max: 220 }),
      rows: fc.integer({ min: 4, max: 70 }),
    }),
    fc
      .integer({ min: 0, max: 60 })
      .map(count => ({ type: 'loaded' as const, rows: rowsOf(count), states: new Map() })),
    fc.subarray(ids).map(some => ({
      type: 'changed' as const,
      rows: some.map(id => aRow({ id, bucket: 'ignore' })),
    })),
    fc.integer({ min: 1, max: 4 }).map(ticket => ({
      type: 'recorded' as const,
      ticket,
      rows: [aRow({ id: mentionId('m2'), bucket: 'reply' })],
    })),
    fc
      .integer({ min: 1, max: 4 })
      .map(ticket => ({ type: 'failed' as const, what: 'No', why: 'disk', ticket })),
    fc.constantFrom(...ids).map(id => ({
      type: 'detail' as const,
      id,
      detail: { mention: aMention({ id }), verdict: aVerdict(), triage: untouched, acts: [] },
    })),
    fc.string().map(text => ({ type: 'paste' as const, text })),
  );

  it('the cursor is on screen, counts are right, and what is shown is what is held', () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 40 }), messages => {
        const state = after(opened(rowsOf(30)), ...messages);
        const { view, shelf } = state;
        const height = layoutOf(state.size).bodyRows;
        expect(view.selected).toBeGreaterThanOrEqual(view.top);
        expect(view.selected).toBeLessThan(view.top + height);
        if (view.order.length > 0) expect(view.order[view.selected]).toBeDefined();
        const standing = [...shelf.byId.keys(), ...shelf.changed.keys()];
        const rows = [...new Set(standing)].flatMap(id => rowIn(shelf, id) ?? []);
        expect(shelf.counts).toEqual(shelve(rows, state.now).counts);
        expect(rows.filter(row => belongs(row, 'all', state.now))).toHaveLength(shelf.counts.all);
      }),
      { numRuns: 150 },
    );
  });
});
