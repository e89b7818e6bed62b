import { pad } from '../text/width.ts';
import { labelled } from './flow.ts';
import { bindingsIn, keyName } from './keys.ts';
import type { KeyBinding } from './keys.ts';
import type { KeyMode } from './keys/binding.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine } from './text-segment.ts';

const chapters: readonly (readonly [string, KeyMode])[] = [
  ['In the list', 'list'],
  ['While reading a mention', 'detail'],
  ['With a hand-over card', 'card'],
  ['While pasting a review', 'paste'],
  ['With the sources', 'sources'],
  ['With suggested sources', 'suggest'],
  ['While correcting labels', 'correct'],
  ['While writing a reply', 'compose'],
  ['With a reply that is approved', 'final'],
];

const keyColumns = 17;

/** All keys with what they do, from the key table. */
export const helpLines = (columns: number): readonly ScreenLine[] => {
  const seen = new Set<KeyBinding>();
  return chapters.flatMap(([title, mode]) => {
    const fresh = bindingsIn(mode).filter(binding => !seen.has(binding));
    for (const binding of fresh) seen.add(binding);
    return [
      [segment(` ${title}`, 'strong')],
      ...fresh.flatMap(({ keys, help }) =>
        labelled(
          pad(`   ${keys.map(keyName).join(' ')}`, keyColumns),
          'accent',
          [segment(help)],
          columns - 1,
          keyColumns,
        ),
      ),
      [],
    ];
  });
};
