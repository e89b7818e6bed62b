import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected } from '../../src/core/correct.ts';
import { createLedger } from '../../src/core/ledger.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { mentionId } from '../../src/core/mention.ts';
import { bareRow, rowOf, standingRow } from '../../src/core/row.ts';
import { untouched } from '../../src/core/triage.ts';
import type { Act, Correction, Deed } from '../../src/core/triage.ts';
import { aMention, aVerdict } from '../making.ts';

const ids = ['m1', 'm2', 'm3'].map(mentionId);
const mentions = fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 });
const correction: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({
    label: fc.constant('flag' as const),
    flag: fc.constantFrom('negative' as const, 'urgent' as const),
    value: fc.boolean(),
  }),
  fc.record({
    label: fc.constant('topic' as const),
    topic: fc.constantFrom('waiting' as const, 'staff' as const),
    value: fc.boolean(),
  }),
  fc.record({
    label: fc.constant('sentiment' as const),
    value: fc.constantFrom('positive' as const, 'neutral' as const),
  }),
  fc.record({ label: fc.constant('about' as const), value: fc.boolean() }),
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  mentions.map(mentions => ({ kind: 'decide', mentions, bucket: 'refer' }) as const),
  mentions.map(mentions => ({ kind: 'reopen', mentions }) as const),
  mentions.map(mentions => ({ kind: 'note', mentions, text: 'called' }) as const),
  mentions.map(mentions => ({ kind: 'snooze', mentions, until: '2026-11-21T08:00:00Z' }) as const),
  fc
    .tuple(mentions, fc.array(correction, { maxLength: 2 }))
    .map(([mentions, corrections]) => ({ kind: 'correct', mentions, corrections }) as const),
  fc.nat({ max: 12 }).map(nth => ({ kind: 'undo', act: `act-${nth}` }) as const),
);
const history = fc
  .array(deed, { maxLength: 10 })
  .map(deeds => deeds.map((deed, index): Act => act(`act-${index}`, deed, index)));

const act = (id: string, deed: Deed, minute = 0): Act => ({
  ...deed,
  id,
  by: 'ana',
  at: new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString(),
});

const ledgerOf = (acts: readonly Act[]): Ledger => {
  const ledger = createLedger();
  acts.forEach((act, index) => ledger.add({ ...act, seq: index + 1 }));
  return ledger;
};
const standingsAfter = (acts: readonly Act[]) => ids.map(ledgerOf(acts).triageOf);

describe('undo', () => {
  it('makes any act as if it had never been', () => {
    fc.assert(
      fc.property(history, deed, history, (before, deed, after) => {
        const later = after.map((one, index) => ({ ...one, id: `later-${index}` }));
        const done = act('this', deed);
        const undone = act('undo', { kind: 'undo', act: 'this' });
        expect(standingsAfter([...before, done, ...later, undone])).toEqual(
          standingsAfter([...before, ...later]),
        );
      }),
    );
  });

  it('can itself be undone, to the state before', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 9 }), (acts, nth) => {
        const undo = act('undo', { kind: 'undo', act: `act-${nth}` });
        const redo = act('redo', { kind: 'undo', act: 'undo' });
        expect(standingsAfter([...acts, undo, redo])).toEqual(standingsAfter(acts));
      }),
    );
  });

  it('does nothing to itself, to a later act, or to one that nobody knows', () => {
    const acts = ['self', 'later', 'nobody'].map((target, index) =>
      act(index === 0 ? 'self' : `undo-${index}`, { kind: 'undo', act: target }),
    );
    const decided = act('later', { kind: 'decide', mentions: ids, bucket: 'refer' });
    expect(ledgerOf([...acts, decided]).triageOf(mentionId('m1')).decision?.bucket).toBe('refer');
  });
});

describe('a ledger', () => {
  it('stands the same when it goes on from standings instead of from the beginning', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 10 }), (acts, cut) => {
        const recorded = acts.map((act, index) => ({ ...act, seq: index + 1 }));
        const early = recorded.slice(0, cut);
        const resumed = createLedger(ledgerOf(early).standings());
        const late = recorded.slice(cut);
        fc.pre(late.every(act => (resumed.suffices(act) ? resumed.add(act) : false)));
        expect(ids.map(resumed.triageOf)).toEqual(standingsAfter(acts));
        expect(resumed.seq()).toBe(acts.length);
      }),
    );
  });
});

describe('a row', () => {
  it('says the same whether it is drawn from the whole mention or over the bare row', () => {
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 4 }), corrections => {
        const triage = { ...untouched, corrections };
        const verdict = corrected(aVerdict(), corrections);
        expect(standingRow(bareRow(aMention(), aVerdict()), triage)).toEqual(
          rowOf(aMention(), verdict, untouched),
        );
      }),
    );
  });
});
