import { describe, expect, it } from 'vitest';
import type { Held } from '../../src/core/identity.ts';
import { anItem } from '../store/making.ts';
import { now, open } from './workbench.tsx';

const hour = 3_600_000;
const ago = (hours: number) => new Date(now.getTime() - hours * hour).toISOString();

const seen = (item: Held, hours: number): Held => ({
  ...item,
  mention: { ...item.mention, seenAt: ago(hours), publishedAt: ago(hours) },
});

/** One has waited for two weeks, one came an hour ago. */
const two = () => [
  seen(anItem({ nativeId: '1', title: 'Old grief', text: 'Waited two hours.' }), 14 * 24),
  seen(anItem({ nativeId: '2', title: 'Fresh grief', text: 'Rude on the phone.' }), 1),
];

describe('what was referred to the office', () => {
  it('has a card that is read, copied, printed and written', async () => {
    const { press, sees, outcome } = await open(two());
    await press('hand-over');
    await sees('Refer it to the office first: o does that.');
    await press('down', 'refer', 'referred', 'open');
    await sees('nothing heard yet');
    await press('hand-over');
    await sees('Hand-over to the office', 'How urgent   this week', 'Waited two hours.');
    await press('copy-card');
    await sees('The card is on the clipboard.');
    await press('print-card');
    await sees('given to the printer');
    await press('write-card');
    await sees('Written to /home/ana/hand-over-');
    expect(outcome.copied[0]).toContain('Follow-up    open');
    expect(outcome.printed).toEqual(outcome.copied);
    await press('close');
    await sees('esc back');
  });

  it('is followed up until it is resolved, for several at once too', async () => {
    const { press, sees, store } = await open(two());
    await press('mark-all', 'refer', 'yes');
    await sees('Referred to the office, 2 mentions');
    await press('referred', 'follow-up');
    await sees('What became of it', '▌called');
    await press('accept');
    await sees('The office has called: “Fresh grief”', ' called ');
    await press('mark-all', 'follow-up');
    await sees('▌resolved');
    await press('accept');
    await sees('Say "resolved" of 2 mentions?');
    await press('yes');
    await sees('Resolved by the office, 2 mentions.', ' resolved ');
    await press('undo');
    await sees('Taken back: resolved by the office', ' called ');
    expect((await store.rows()).map(({ followUp }) => followUp)).toContain('called');
  });
});

describe('what is overdue', () => {
  it('is marked, counted, and listed with the longest overdue first; esc leads back', async () => {
    const { press, sees, seesNot, isOn } = await open(two());
    await sees('1 overdue', '2w! ');
    await press('overdue');
    await sees('1 of 2, filter: is:overdue | by due date');
    await isOn('Old grief');
    await press('clear');
    await sees('[1 Inbox 2]');
    await seesNot('by due date');
  });

  it('stays to be seen after a late answer, and says how late it was', async () => {
    const { press, sees, seesNot } = await open(two(), { size: { columns: 120, rows: 40 } });
    await press('down');
    await sees('overdue by');
    await press('overdue');
    await sees('1 of 2, filter: is:overdue');
    await press('ignore');
    await sees('Ignored: “Old grief”');
    await press('overdue');
    await sees('Old grief', 'answered', 'late, was due');
    await seesNot('1 overdue');
  });

  it('comes first when sorted by when an answer is due', async () => {
    const { press, isOn, sees, lines } = await open(two());
    await press('sort');
    await sees('newest first');
    await press('sort', 'top');
    await isOn('Old grief');
    const shown = lines().join('\n');
    expect(shown.indexOf('Old grief')).toBeLessThan(shown.indexOf('Fresh grief'));
  });
});
