import { terminalSafe } from '../../text/terminal.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import { selectedDetail } from '../selection.ts';
import type { State } from '../state.ts';

/** Copies the words of the mention, who wrote them, and where they stand. */
export const copyText = (state: State): Step<State, Effect> => {
  const mention = selectedDetail(state)?.mention;
  if (!mention) return [state];
  const { title, text, author, source, url } = mention;
  const by = author === undefined ? source : `${author}, ${source}`;
  const parts = [title, text, by, url].filter(part => part !== undefined && part !== '');
  return [
    state,
    {
      type: 'copy',
      text: terminalSafe(parts.join('\n')),
      told: 'The words and the link are on the clipboard.',
    },
  ];
};
