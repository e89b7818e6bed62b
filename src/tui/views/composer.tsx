import { Box } from 'ink';
import { detailLines, visibleLines } from '../detail-lines.ts';
import type { Composing } from '../composing.ts';
import { composerLines } from '../composer-lines.ts';
import { composerLayoutOf, layoutOf } from '../layout.ts';
import type { Mode, State } from '../state.ts';
import { Pane } from './detail.tsx';
import { List } from './list.tsx';
import { Line } from './themed.tsx';

type ComposerProps = {
  readonly state: State;
  readonly mode: Extract<Mode, { reply: Composing }>;
};

/** The reply on the right; to its left, where there is room, the mention, and to the left of that the list. */
export const Composer = ({ state, mode }: ComposerProps) => {
  const { bodyRows } = layoutOf(state.size);
  const { list, answered, reply } = composerLayoutOf(state.size);
  const words = detailLines(mode.reply.detail, state, answered - 2);
  const shown = visibleLines(words, 0, bodyRows);
  return (
    <Box>
      {list > 0 && <List state={state} columns={list} />}
      {list > 0 && <Pane state={state} lines={shown} columns={answered} />}
      {list === 0 && answered > 0 && (
        <Box flexDirection="column" width={answered} height={bodyRows} flexShrink={0}>
          {shown.map((line, index) => (
            <Line key={index} of={line} lead=" " />
          ))}
        </Box>
      )}
      <Pane state={state} lines={composerLines(state, mode).lines} columns={reply} />
    </Box>
  );
};
