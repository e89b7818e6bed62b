import { Box } from 'ink';
import { detailLines, visibleLines } from '../detail-lines.ts';
import type { Composing } from '../composing.ts';
import { composerLines } from '../composer-lines.ts';
import { layoutOf } from '../layout.ts';
import type { Mode, State } from '../state.ts';
import { Pane } from './detail.tsx';
import { Line } from './themed.tsx';

type ComposerProps = {
  readonly state: State;
  readonly mode: Extract<Mode, { reply: Composing }>;
};

/** The mention on the left, where there is room, and the reply to it on the right. */
export const Composer = ({ state, mode }: ComposerProps) => {
  const { wide, listColumns, bodyRows } = layoutOf(state.size);
  const answered = detailLines(mode.reply.detail, state, listColumns - 2);
  return (
    <Box>
      {wide && (
        <Box flexDirection="column" width={listColumns} height={bodyRows} flexShrink={0}>
          {visibleLines(answered, 0, bodyRows).map((line, index) => (
            <Line key={index} of={line} lead=" " />
          ))}
        </Box>
      )}
      <Pane state={state} lines={composerLines(state, mode).lines} />
    </Box>
  );
};
