import { Box } from 'ink';
import { use } from 'react';
import { detailLines, visibleLines } from '../detail-lines.ts';
import { layoutOf } from '../layout.ts';
import type { ScreenLine } from '../text-segment.ts';
import type { State } from '../state.ts';
import { Line, ThemeContext } from './themed.tsx';

/** The mention that is being read; when it is longer than the screen, the part from `detailTop` on. */
export const DetailPane = ({ state }: { readonly state: State }) => {
  const { detailColumns, bodyRows } = layoutOf(state.size);
  const { detail, detailTop, view } = state;
  if (!detail || view.order.length === 0) return <Pane state={state} lines={[]} />;
  const lines = detailLines(detail, state, detailColumns - 2);
  return <Pane state={state} lines={visibleLines(lines, detailTop, bodyRows)} />;
};

type PaneProps = {
  readonly state: State;
  readonly lines: readonly ScreenLine[];
  /** Without the wall; as wide as the detail when left out. */
  readonly columns?: number;
};

/** Lines on the right of the screen behind a wall, or over all of it where there is one pane only. */
export const Pane = ({ state, lines, columns }: PaneProps) => {
  const { signs } = use(ThemeContext);
  const { wide, detailColumns, bodyRows } = layoutOf(state.size);
  const lead = wide ? `${signs.wall} ` : ' ';
  const filled = wide ? Array.from({ length: bodyRows }, (_, index) => lines[index] ?? []) : lines;
  return (
    <Box
      flexDirection="column"
      width={(columns ?? detailColumns) + (wide ? 1 : 0)}
      height={bodyRows}
      flexShrink={0}
    >
      {filled.map((line, index) => (
        <Line key={index} of={line} lead={line.length === 0 ? lead.trimEnd() || ' ' : lead} />
      ))}
    </Box>
  );
};
