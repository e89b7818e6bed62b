import type { Labelled } from './dataset.ts';
import { randomFrom } from './chance.ts';

/**
 * Long texts of one feeling, joined from short ones. Patients praise in a line and complain in a page, so a model of
 * their comments takes length itself, and every plain fact, for a complaint; reviews elsewhere praise at length too, and
 * tell what happened: so some of the parts are `asides`, which say nothing either way.
 */
export const joinedRows = (
  rows: readonly Labelled[],
  asides: readonly Labelled[],
  count: number,
): readonly Labelled[] => {
  const random = randomFrom(count);
  const byLabel = ['negative', 'positive'].map(label => rows.filter(row => row.label === label));
  return Array.from({ length: count }, (_, index) => {
    const pool = byLabel[index % 2] ?? [];
    const parts = 3 + Math.floor(random() * 8);
    const picked = Array.from({ length: parts }, () => {
      const from = random() < asideShare ? asides : pool;
      return from[Math.floor(random() * from.length)]?.text.trim() ?? '';
    });
    const text = picked.map(part => (/[.!?]$/.test(part) ? part : `${part}.`)).join(' ');
    return {
      id: `joined-${index}`,
      text,
      label: index % 2 === 0 ? 'negative' : 'positive',
      split: 'train',
      source: 'joined',
    };
  });
};

const asideShare = 0.35;
