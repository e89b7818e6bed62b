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
