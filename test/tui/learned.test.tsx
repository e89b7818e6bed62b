import { expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { aCatch, anAct, anItem, decide } from '../store/making.ts';
import { now, open } from './workbench.tsx';

const size = { columns: 160, rows: 40 };

/** Mentions for which the table suggests the office, though somebody ignores every one of them. */
const complaints = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    anItem({ nativeId: `${at}`, text: `Waited ${at} minutes for a form.` }),
  );

const decided = async (count: number) => {
  const store = memoryStore(() => now);
  const items = complaints(count);
  await store.merge([aCatch(items)]);
  await store.record(items.map(({ mention }) => decide('ignore', mention.id)));
  return store;
};

const urgent = {
  flags: [{ kind: 'urgent' as const, confidence: 0.9, reason: 'in danger', evidence: [] }],
};

it('suggests what the person mostly did, with the reason and how often that was right', async () => {
  const store = await decided(40);
  const fresh = anItem({ nativeId: 'fresh', text: 'Waited for a form again.' });
  const { sees } = await open([fresh], { store, size });
  await sees('ignore - you put 40 of 40 mentions into ignore');
  await sees('else refer to office - negative about us', 'without learning 0');
  await sees('suggestions right ');
});

it('suggests as before where somebody may be in danger', async () => {
  const store = await decided(40);
  const danger = anItem({ nativeId: 'danger', text: 'Waited, and now I faint.' }, 'wall', urgent);
  const { sees, seesNot } = await open([danger], { store, size });
  await sees('suggestions right ', 'refer to office - negative about us');
  await seesNot('you put 40 of 40');
});

it('trusts no flag any more that was taken back three times for the same reason', async () => {
  const store = await decided(30);
  const asking = {
    flags: [{ kind: 'question' as const, confidence: 0.9, reason: 'asks the way', evidence: [] }],
    suggestion: { bucket: 'reply' as const, reason: 'asks what the practice can answer' },
  };
  const asked = (id: string, score: number) =>
    anItem({ nativeId: id, text: `Anybody know ${id}?` }, 'town', {
      ...asking,
      priority: { score, reasons: [] },
    });
  const wrong = ['one', 'two', 'three'].map(id => asked(id, 40));
  await store.merge([aCatch(wrong, 'town')]);
  for (const { mention } of wrong)
    await store.record([
      anAct({
        kind: 'correct',
        mentions: [mention.id],
        corrections: [{ label: 'flag', flag: 'question', value: false }],
      }),
    ]);
  await store.merge([aCatch([asked('four', 60)], 'town')]);
  const { sees } = await open([], { store, size });
  await sees('ignore - you took such flags back before', 'else reply - asks what');
});

it('learns from the decision that was just taken, and forgets when told to', async () => {
  const store = await decided(29);
  const items = ['one', 'two'].map(id => anItem({ nativeId: id, text: `Waited for form ${id}.` }));
  const { press, sees, seesNot } = await open(items, { store, size });
  await sees('refer to office - negative about us');
  await press('ignore');
  await sees('ignore - you put 30 of 30 mentions into ignore');
  await store.record([anAct({ kind: 'forget', mentions: [] })]);
  await press('ignore');
  await press('up');
  await seesNot('you put 30 of 30', 'suggestions right ');
  expect((await store.acts()).filter(act => act.kind === 'forget')).toHaveLength(1);
});
