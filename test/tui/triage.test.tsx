import { describe, it, expect } from 'vitest';
import type { Held } from '../../src/core/identity.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { anItem, decide } from '../store/making.ts';
import { now, open } from './workbench.tsx';

const priority = (score: number) => ({ priority: { score, reasons: ['because'] } });

const three = (): readonly Held[] => [
  anItem({ nativeId: '1', title: 'Chest pain' }, 'wall', priority(92)),
  anItem({ nativeId: '2', title: 'Two hours' }, 'wall', priority(74)),
  anItem({ nativeId: '3', title: 'Lovely nurse' }, 'wall', priority(12)),
];

describe('deciding', () => {
  it('begins on the most dangerous mention', async () => {
    const { isOn, sees } = await open(three());
    await isOn('Chest pain');
    await sees('[1 Inbox 3]', 'Lakeside Family Medicine', '2 sources');
  });

  it('dims the row, keeps it in place and goes on to the next', async () => {
    const { press, isOn, sees, store } = await open(three());
    await press('refer');
    await isOn('Two hours');
    await sees('Referred to the office: “Chest pain”. u undoes it.', '[1 Inbox 2]', ' 3 Refer 1 ');
    await sees('=  referred');
    const [act] = await store.acts();
    expect(act).toMatchObject({ kind: 'decide', bucket: 'refer', by: 'ana' });
  });

  it('takes decided rows away when the list is refreshed', async () => {
    const { press, sees, seesNot } = await open(three());
    await press('ignore');
    await sees('Ignored: “Chest pain”');
    await press('refresh');
    await seesNot('Chest pain');
  });

  it('shows a decision as taken only when the store has it', async () => {
    let finish = () => {};
    const store = memoryStore(() => now);
    const { press, sees, seesNot } = await open(three(), {
      store: {
        ...store,
        record: async (...args) => {
          await new Promise<void>(resolve => (finish = resolve));
          return store.record(...args);
        },
      },
    });
    await press('reply');
    await sees(' 92 … ', '[1 Inbox 3]');
    finish();
    await seesNot(' 92 … ');
    await sees('Put into reply: “Chest pain”.', '[1 Inbox 2]');
  });

  it('says that a decision was not kept when the disk is full', async () => {
    const store = memoryStore(() => now);
    const full = { ...store, record: () => Promise.reject(new Error('the disk is full')) };
    const { press, sees } = await open(three(), { store: full });
    await press('reply');
    await sees('This was not kept: the disk is full', '[1 Inbox 3]');
  });

  it('does not overrule a colleague who was faster without saying so', async () => {
    const { press, sees, store } = await open(three());
    const [row] = await store.rows();
    if (!row) throw new Error('no row');
    await press('down', 'up');
    await store.record([{ ...decide('ignore', row.id), by: 'ben' }]);
    await press('refer');
    await sees('ben was faster: ignored');
    await sees('4 Ignored 1');
  });
});

describe('undo', () => {
  it('takes back the last act and says which', async () => {
    const { press, sees, isOn } = await open(three());
    await press('refer');
    await sees('u undoes it');
    await press('undo');
    await sees('Taken back: referred to the office: “Chest pain”', '[1 Inbox 3]');
    await isOn('Chest pain');
  });

  it('reaches back into an earlier session', async () => {
    const first = await open(three());
    await first.press('ignore');
    await first.sees('u undoes it');
    const second = await open([], { store: first.store });
    await second.sees('[1 Inbox 2]');
    await second.press('undo');
    await second.sees('Taken back: ignored', '[1 Inbox 3]');
  });

  it('says when nothing is left', async () => {
    const { press, sees } = await open(three());
    await press('undo');
    await sees('There is nothing of yours left to take back.');
  });
});

describe('many at once', () => {
  it('asks once with the count, and is undone in one step', async () => {
    const { press, sees, store } = await open(three());
    await press('mark-all');
    await sees('3 marked');
    await press('ignore');
    await sees('Ignore: 3 mentions? y or n');
    expect(await store.acts()).toHaveLength(0);
    await press('yes');
    await sees('Ignored, 3 mentions. u undoes it.', '[1 Inbox 0]');
    await press('undo');
    await sees('Taken back: ignored, 3 mentions', '[1 Inbox 3]');
  });

  it('leaves the cursor on a mention that was not among them and still waits', async () => {
    const { press, sees, isOn, state } = await open(three());
    await press('mark');
    const under = state().view.order[1]?.headline ?? '';
    await press('ignore', 'yes');
    await sees('Ignored: ');
    await isOn(under);
  });

  it('does nothing when the question is answered with no', async () => {
    const { press, sees, store } = await open(three());
    await press('mark', 'mark', 'refer');
    await sees('Refer to the office: 2 mentions? y or n');
    await press('no');
    await sees('2 marked');
    expect(await store.acts()).toHaveLength(0);
  });
});

describe('a key that does nothing', () => {
  it('says why', async () => {
    const { press, type, sees } = await open([]);
    await press('reply');
    await sees('There is no mention here.');
    await type('w');
    await sees('w does nothing here; ? shows the keys.');
  });
});
