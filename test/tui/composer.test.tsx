import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import type { Replying } from '../../src/tui/effects-reply.ts';
import { anItem } from '../store/making.ts';
import { now, open } from './workbench.tsx';

/** A policy of one rule: never speak of a visit. */
const replying = async (): Promise<Replying> => ({
  rules: { approvers: [], coolOffMs: 0 },
  templatesFor: () => [
    { id: 'call', title: 'Please call', text: 'Please call our office.', fixed: false },
    { id: 'thanks', title: 'Thank you', text: 'Thank you.', fixed: false },
  ],
  check: (text, _, recent) => {
    if (recent.includes(text)) return again(text);
    const at = text.indexOf('your visit');
    if (at < 0) return { findings: [], screened: { outcome: 'pass', rules: [], policy: 'p1' } };
    const finding = {
      rule: 'confirms-patient',
      severity: 'block' as const,
      start: at,
      end: at + 10,
      message: 'says that somebody is a patient',
      remedy: 'Speak of the office in general.',
    };
    return {
      findings: [finding],
      screened: { outcome: 'block', rules: ['confirms-patient'], policy: 'p1' },
    };
  },
});

const again = (text: string): ReturnType<Replying['check']> => ({
  findings: [
    {
      rule: 'same-text-again',
      severity: 'warn',
      start: 0,
      end: text.length,
      message: 'is nearly the same text as a recent reply',
      remedy: 'Change a sentence.',
    },
  ],
  screened: { outcome: 'warn', rules: ['same-text-again'], policy: 'p1' },
});

const inReply = async (options: Parameters<typeof open>[1] = {}) => {
  const driver = await open(
    [anItem({ nativeId: '1', title: 'Two hours', text: 'Waited two hours.' })],
    { replying, size: { columns: 120, rows: 30 }, ...options },
  );
  await driver.press('reply');
  await driver.sees('u undoes it');
  await driver.press('compose');
  return driver;
};

describe('writing a reply', () => {
  it('begins with the template that fits, beside the mention', async () => {
    const { sees, press } = await inReply();
    await sees('from "Please call" (1 of 2)', 'Please call our office.', 'Waited two hours.');
    await sees('Screening finds nothing against it.');
    await press('template');
    await sees('Thank you.', '(2 of 2)');
  });

  it('has the list beside both on a large screen', async () => {
    const { sees, lines } = await inReply({ size: { columns: 200, rows: 40 } });
    await sees('Please call our office.', 'Waited two hours.', '▌');
    const row = lines().find(line => line.includes('Waited two hours.')) ?? '';
    expect(row.split('│')).toHaveLength(3);
  });

  it('shows while typing what must not be said, and asks for a reason before it goes out', async () => {
    const { sees, type, press, store } = await inReply();
    await sees('Please call');
    await type(' About your visit.');
    await sees('x block confirms-patient “your visit”', 'Speak of the office in general.');
    await press('approve');
    await sees('Why should it go out', 'reason:');
    await type('no');
    await press('confirm-override');
    await sees('override with a written reason');
    const steps = (await store.acts()).flatMap(act =>
      act.kind === 'reply' ? [act.step.step] : [],
    );
    expect(steps).toEqual(['draft']);
  });

  it('goes from draft to approved, copied and posted', async () => {
    const { sees, press, type, outcome, store } = await inReply();
    await sees('Screening finds nothing');
    await press('keep');
    await sees('draft, screened');
    await press('approve');
    await sees('public and permanent', 'Please call our office.');
    await press('confirm-approval');
    await sees('approved by ana, Fri');
    await press('copy-reply');
    await sees('copied, approved by ana');
    expect(outcome.copied).toEqual(['Please call our office.']);
    await press('posted');
    await type('no link');
    await press('accept-link');
    await sees('it begins with https');
    await type('\u0015https://example.org/answer');
    await press('accept-link');
    await sees('posted Fri 20 Nov 14:05: https://example.org/answer', 'w withdraws it here');
    const steps = (await store.acts()).flatMap(act =>
      act.kind === 'reply' ? [act.step.step] : [],
    );
    expect(steps).toEqual(['draft', 'approve', 'copy', 'post']);
    await press('leave-composer', 'replies');
    await sees('[2 Reply 0]', '-  posted');
  });

  it('leaves the wording for emergencies as it is, also when the draft is opened again', async () => {
    const store = memoryStore(() => now);
    const usual = await replying();
    const emergency = async (): Promise<Replying> => ({
      ...usual,
      templatesFor: () => [{ id: 'danger', title: 'Danger', text: 'Call 911 now.', fixed: true }],
    });
    const first = await inReply({ store, replying: emergency });
    await first.sees('Call 911 now.', 'correct the label with x');
    await first.type('x');
    await first.sees('This wording is fixed');
    await first.press('keep', 'leave-composer');
    await first.sees('ana: draft kept');
    const second = await open([], { replying: emergency, store });
    await second.press('replies', 'compose');
    await second.sees('Call 911 now.');
    await second.type('x');
    await second.sees('This wording is fixed');
    await second.seesNot('now.x');
  });

  it('lets nothing but the wording for emergencies out once somebody may be in danger', async () => {
    const store = memoryStore(() => now);
    const first = await inReply({ store });
    await first.sees('Please call our office.');
    await first.press('keep', 'leave-composer');
    await first.sees('ana: draft kept');
    const usual = await replying();
    const danger = [{ id: 'danger', title: 'Danger', text: 'Call 911 now.', fixed: true }];
    const second = await open([], {
      store,
      replying: async () => ({ ...usual, templatesFor: () => danger }),
      size: { columns: 120, rows: 30 },
    });
    await second.press('replies', 'compose');
    await second.sees('Screening finds nothing');
    await second.press('approve', 'confirm-approval');
    await second.sees('only the fixed wording goes out; ^t brings it.');
    await second.press('back-to-text', 'template');
    await second.sees('Call 911 now.');
    await second.press('approve', 'confirm-approval');
    await second.sees('approved by ana');
  });

  it('keeps what was written when it is left, and finds it again', async () => {
    const store = memoryStore(() => now);
    const first = await inReply({ store });
    await first.sees('Please call');
    await first.type(' Thank you!');
    await first.press('leave-composer');
    await first.sees('ana: draft kept');
    await first.seesNot('^g approve');
    const second = await open([], { replying, store, size: { columns: 120, rows: 30 } });
    await second.press('replies', 'compose');
    await second.sees('Please call our office. Thank you!', 'draft, screened');
  });

  it('is approved by one of two people only', async () => {
    const store = memoryStore(() => now);
    const first = await inReply({ store });
    await first.sees('Screening finds nothing');
    await first.press('keep');
    await first.sees('draft, screened');
    const second = await open([], { replying, store, me: 'ben', size: { columns: 120, rows: 30 } });
    await second.press('replies', 'compose');
    await second.sees('draft, screened');
    await second.press('approve', 'confirm-approval');
    await second.sees('approved by ben');
    await first.press('approve', 'confirm-approval');
    await first.sees('ben has approved this text already');
    const approvals = (await store.acts()).filter(
      act => act.kind === 'reply' && act.step.step === 'approve',
    );
    expect(approvals).toHaveLength(1);
  });

  it('counts the way the network does, and says when it is too much', async () => {
    const url = 'https://bsky.app/profile/a.example/post/1';
    const { sees, press, type } = await open([anItem({ nativeId: '1', url })], {
      replying,
      size: { columns: 160, rows: 30 },
    });
    await press('reply');
    await sees('u undoes it');
    await press('compose');
    await sees('23 of 300 characters (Bluesky)');
    await type('\u001B[200~' + 'o'.repeat(300) + '\u001B[201~');
    await sees('323 of 300 characters (Bluesky): too long');
  });

  it('hints when the same text goes out again, and counts what the last replies were for', async () => {
    const store = memoryStore(() => now);
    const { press, type, sees } = await open(
      [anItem({ nativeId: '1', title: 'One' }), anItem({ nativeId: '2', title: 'Two' })],
      { replying, store, size: { columns: 120, rows: 30 } },
    );
    await press('mark', 'mark', 'reply', 'yes');
    await sees('2 mentions');
    await press('replies', 'compose');
    await sees('Screening finds nothing');
    await press('keep', 'approve', 'confirm-approval', 'copy-reply', 'posted');
    await type('https://example.org/answer');
    await press('accept-link');
    await sees('posted Fri');
    await press('leave-composer', 'down', 'compose');
    await sees('! warn same-text-again', 'Last replies: 1 to inform, 0 to promote.');
  });

  it('is not unposted by undo, which then goes on to what was done before', async () => {
    const { press, type, sees, store } = await inReply();
    await sees('Screening finds nothing');
    await press('keep', 'approve', 'confirm-approval', 'posted');
    await type('https://example.org/answer');
    await press('accept-link');
    await sees('posted Fri');
    await press('leave-composer', 'undo');
    await sees('This reply was posted: withdraw it instead (e, w). u again goes further back.');
    await press('undo');
    await sees('gone on from');
    await press('undo');
    await sees('gone on from');
    await press('undo');
    await sees('Taken back: put into reply');
    expect((await store.acts()).filter(act => act.kind === 'undo')).toHaveLength(1);
  });

  it('puts what is undecided into reply first, when that is wanted', async () => {
    const { press, sees, seesNot, store } = await open([anItem({ nativeId: '1' })], {
      replying,
      size: { columns: 120, rows: 30 },
    });
    await press('compose');
    await sees('Usually referred to the office. Put into reply and answer in public? y or n');
    await press('no');
    await seesNot('answer in public');
    expect(await store.acts()).toEqual([]);
    await press('compose', 'yes');
    await sees('from "Please call"', '2 Reply 1');
    await press('leave-composer');
    await sees('draft kept');
    await press('undo');
    await sees('Taken back: draft kept');
    await press('undo');
    await sees('Taken back: put into reply');
    await press('ignore');
    await sees('4 Ignored 1');
    await press('compose');
    await sees('It is ignored; r puts it into reply first.');
  });
});
