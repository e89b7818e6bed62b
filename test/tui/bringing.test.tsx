import { describe, expect, it } from 'vitest';
import type { ByHand } from '../../src/core/by-hand.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { Outside } from '../../src/tui/effects.ts';
import { aCatch, anItem } from '../store/making.ts';
import { aSource, now, open, setting } from './workbench.tsx';

/** The terminal's way of saying that text was pasted. */
const pasted = (text: string) => `\u001B[200~${text}\u001B[201~`;

const one = () => [anItem({ nativeId: '1', title: 'Two hours', text: 'Waited two hours.' })];

/** A store into which what is typed goes as it is; stars must be a number. */
const takingIn = () => {
  const store = memoryStore(() => now);
  const typed: ByHand[] = [];
  const takeIn: Outside['takeIn'] = async given => {
    typed.push(given);
    if (given.stars === 'many')
      return { kind: 'wrong', field: 'stars', problem: 'Stars are 1 to 5, as in 4.' };
    const item = anItem({ nativeId: 'hand', title: 'By hand', text: given.words }, 'pasted');
    await store.merge([aCatch([item])]);
    return { kind: 'added', id: item.mention.id };
  };
  return { store, typed, takeIn };
};

describe('a review that no feed brings', () => {
  it('is pasted with all its lines, completed, stored, and found under the cursor', async () => {
    const { store, typed, takeIn } = takingIn();
    const { press, type, sees, isOn } = await open(one(), { store, takeIn });
    await press('paste');
    await sees('Paste its words here.', 'who', '(1 to 5; empty where there are none)');
    await type(pasted('Nobody called back.\r\nTwice!\u001B[31m'));
    await sees('Nobody called back.', 'Twice!');
    await press('next-field');
    await type('Pat Q.');
    await press('next-field');
    await type('many');
    await press('store-pasted');
    await sees('Stars are 1 to 5');
    await type('\u00152');
    await press('store-pasted');
    await sees('Stored: “By hand”.');
    await isOn('By hand');
    expect(typed.at(-1)).toEqual({
      words: 'Nobody called back.\nTwice![31m',
      who: 'Pat Q.',
      stars: '2',
      when: '',
      link: '',
    });
  });

  it('is not thrown away by one slip', async () => {
    const { press, type, sees, seesNot } = await open(one());
    await press('paste', 'leave-paste');
    await seesNot('Paste its words here.');
    await press('paste');
    await type('Rude.');
    await press('leave-paste');
    await sees('esc again throws away what is typed; ^s stores it.', 'Rude.');
    await type('!');
    await press('leave-paste');
    await sees('Rude.!');
    await press('leave-paste');
    await seesNot('Rude.!');
  });
});

describe('suggested sources', () => {
  it('are made of the profile and added with one key, each once', async () => {
    const added: string[] = [];
    const addSources: Outside['addSources'] = async offers => {
      added.push(...offers.map(({ id }) => id));
      const fresh = offers.map(({ id, name, kind, options = {} }) => ({
        ...aSource(id, name),
        kind,
        options,
      }));
      return [...setting.sources, ...fresh];
    };
    const { press, sees, seesNot } = await open(one(), {
      addSources,
      size: { columns: 120, rows: 40 },
    });
    await press('sources', 'suggest');
    await sees('Searches for your practice', 'News of the practice', 'Lakeside Family Medicine');
    await press('accept');
    await sees('1 source added to listen.toml; s looks at it.', '● 3 sources');
    await seesNot('google-news    News of the practice');
    expect(added).toHaveLength(1);
    await press('add-all');
    await sees('sources added to listen.toml');
    expect(new Set(added).size).toBe(added.length);
  });

  it('say why they cannot be added', async () => {
    const { press, sees } = await open(one(), {
      addSources: () => Promise.reject(new Error('There is no configuration yet.')),
    });
    await press('sources', 'suggest', 'accept');
    await sees('Nothing was added: There is no configuration yet.');
    await press('leave');
    await sees('Health', 'a add suggested');
  });
});
