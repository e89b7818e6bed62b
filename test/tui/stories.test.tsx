import { describe, expect, it } from 'vitest';
import type { ScanEvent } from '../../src/core/scan-event.ts';
import { aCatch, aState, anItem } from '../store/making.ts';
import { now, open } from './workbench.tsx';

const two = () => [
  anItem({ nativeId: '1', title: 'Chest pain', text: 'My chest hurts.' }, 'wall', {
    priority: { score: 92, reasons: ['someone may be in danger'] },
  }),
  anItem({ nativeId: '2', title: 'Two hours', text: 'Waited two hours.' }),
];

describe('a note', () => {
  it('is typed with the keys of a shell, kept, and shown with the mention', async () => {
    const { press, type, sees } = await open(two());
    await press('open', 'note');
    await type('call bak\u0017back at noon');
    await sees('note: call back at noon');
    await press('accept');
    await sees('Note written', 'note     call back at noon (ana');
  });

  it('that is empty is not kept', async () => {
    const { press, store } = await open(two());
    await press('note', 'accept');
    expect(await store.acts()).toEqual([]);
  });
});

describe('snoozing', () => {
  it('takes the mention out of the inbox until the chosen morning', async () => {
    const { press, sees, isOn, store } = await open(two());
    await press('snooze');
    await sees('Put off until', 'Mon 23 Nov 08:00');
    await press('down', 'accept');
    await sees('Snoozed until Sat 21 Nov 08:00', '[1 Inbox 1]');
    await isOn('Two hours');
    expect(await store.acts()).toMatchObject([
      { kind: 'snooze', until: '2026-11-21T13:00:00.000Z' },
    ]);
  });
});

describe('correcting the classifier', () => {
  it('sets labels right as one act, which the mention then shows', async () => {
    const { press, sees, store } = await open(two());
    await press('open');
    await sees('My chest');
    await press('correct');
    await sees('[x] negative');
    await press('down', 'down', 'toggle', 'down', 'toggle');
    await sees('[x] positive  (changed)', '[ ] about us  (changed)');
    await press('accept');
    await sees('Labels corrected', 'feeling  positive 1.00');
    expect(await store.acts()).toMatchObject([
      {
        kind: 'correct',
        corrections: [
          { label: 'sentiment', value: 'positive' },
          { label: 'about', value: false },
        ],
      },
    ]);
  });
});

describe('a filter', () => {
  it('says how many it selects, and goes with escape', async () => {
    const { press, type, sees, seesNot } = await open(two());
    await press('filter');
    await type('hurts');
    await press('accept');
    await sees('1 of 2, filter: hurts');
    await seesNot('Two hours');
    await press('clear');
    await sees('Two hours');
    await seesNot('filter:');
  });

  it('that is wrong says where', async () => {
    const { press, type, sees } = await open(two());
    await press('filter');
    await type('flag:urgnt');
    await sees('at 6: Unknown flag "urgnt"; did you mean urgent?');
  });
});

describe('the palette', () => {
  it('finds a command by some of its letters and runs it', async () => {
    const { press, type, sees } = await open(two());
    await press('palette');
    await type('snz');
    await sees('▌z     snooze');
    await press('accept');
    await sees('Put off until');
  });

  it('says why a command cannot be run', async () => {
    const { press, type, sees } = await open([]);
    await press('palette');
    await type('refer to');
    await sees('(There is no mention here.)');
    await press('accept');
    await sees('command: refer to');
  });
});

describe('a scan behind the screen', () => {
  const events: readonly ScanEvent[] = [
    { type: 'start', sources: 2, skipped: 0 },
    { type: 'fetching', id: 'wall' },
    {
      type: 'source',
      id: 'wall',
      outcome: 'fresh',
      entries: 2,
      added: 1,
      updated: 0,
      duplicates: 0,
      flagged: 1,
      ms: 9,
    },
    {
      type: 'source',
      id: 'town',
      outcome: 'failed',
      why: 'the server answered 503',
      entries: 0,
      added: 0,
      updated: 0,
      duplicates: 0,
      flagged: 0,
      ms: 9,
    },
    {
      type: 'done',
      sources: 2,
      failed: 1,
      added: 1,
      updated: 0,
      duplicates: 0,
      flagged: 1,
      ms: 20,
    },
  ];

  it('brings new mentions without moving the cursor, and says what failed', async () => {
    const { press, sees, isOn, seesNot } = await open(two(), {
      events,
      onScan: async store => {
        const fresh = anItem({ nativeId: '3', title: 'Brand new' }, 'wall', {
          priority: { score: 99, reasons: [] },
        });
        const failed = aState('town', { health: 'failed', why: 'the server answered 503' });
        await store.merge([aCatch([fresh]), { state: failed, items: [] }]);
      },
    });
    await press('down');
    await isOn('Two hours');
    await press('scan');
    await sees('1 new, press .', '[1 Inbox 3]', '▲ 1 failed');
    await seesNot('Brand new');
    await isOn('Two hours');
    await press('refresh');
    await sees('Brand new');
    await isOn('Two hours');
    await press('sources');
    await sees('Town forum', 'failed', 'the server answered 503');
  });

  it('tells what is unusual, and tells it again when asked', async () => {
    const sentence = '6 negative mentions in the last 3 hours; 1 is usual.';
    const usual = events.slice(0, -1);
    const { press, sees, seesNot } = await open(two(), {
      events: [
        ...usual,
        { type: 'alert', kind: 'silent', source: 'wall', sentence },
        ...events.slice(-1),
      ],
    });
    await press('alerts');
    await sees('found nothing unusual');
    await press('scan');
    await sees(sentence);
    await press('down');
    await seesNot(sentence);
    await press('alerts');
    await sees(sentence);
  });

  it('insists only when asked twice', async () => {
    const { press, sees } = await open(two(), {
      events: [{ type: 'start', sources: 0, skipped: 2 }],
    });
    await press('scan');
    await sees('No source is due yet; press s again to look anyway.');
  });
});

describe('leaving and lending the screen', () => {
  it('ends with 0 on q and 130 on ctrl-c', async () => {
    const first = await open(two());
    await first.press('quit');
    expect(first.outcome.exitCode).toBe(0);
    const second = await open(two());
    await second.press('note', 'interrupt');
    expect(second.outcome.exitCode).toBe(130);
  });

  it('copies the words with their link, and opens the link', async () => {
    const { press, sees, outcome } = await open(two());
    await press('open');
    await sees('My chest hurts.');
    await press('copy', 'browser');
    await sees('The browser was asked');
    expect(outcome.copied).toEqual([
      'Chest pain\nMy chest hurts.\nwall\nhttps://example.org/wall/1',
    ]);
    expect(outcome.opened).toEqual(['https://example.org/wall/1']);
  });
});

describe('keys that arrive together', () => {
  it('each count: two hundred j in one read move two hundred rows', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      anItem({
        nativeId: String(index),
        title: `Number ${index}`,
        publishedAt: new Date(now.getTime() - 60_000 * index).toISOString(),
      }),
    );
    const { type, isOn } = await open(many);
    await type('j'.repeat(200));
    await isOn('Number 200');
  });

  it('are no commands when they were pasted', async () => {
    const { type, sees, store } = await open(two());
    await type('\u001B[200~ignore me\u001B[201~');
    await sees('Pasted text does nothing here');
    expect(await store.acts()).toEqual([]);
  });
});

describe('the reply time', () => {
  it('says what waits, and warns before there is more than the week can bear', async () => {
    const six = Array.from({ length: 7 }, (_, index) =>
      anItem({ nativeId: String(index), title: `Number ${index}` }),
    );
    const { press, sees } = await open(six, { size: { columns: 120, rows: 30 } });
    await press('reply');
    await sees('reply time 0/60 min, 12 waiting');
    await press('mark', 'mark', 'mark', 'mark', 'reply', 'yes');
    await sees('reply time 0/60 min, 60 waiting');
    await press('reply');
    await sees('Answer the urgent ones first', 'reply time 0/60 min, 72 waiting');
  });
});
