import { Box, Text } from 'ink';
import { use } from 'react';
import { isTooSmall, layoutOf, least } from '../layout.ts';
import type { State } from '../state.ts';
import { Composer } from './composer.tsx';
import { DetailPane, Pane } from './detail.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { List } from './list.tsx';
import { cardLines } from '../card-lines.ts';
import { choiceLines } from '../choice-lines.ts';
import { pasteLines } from '../paste-lines.ts';
import { helpLines } from '../help-lines.ts';
import { Sources } from './sources.tsx';
import { Line, ThemeContext } from './themed.tsx';

/** The whole screen for a state. */
export const Screen = ({ state }: { readonly state: State }) => {
  const { columns, rows } = state.size;
  if (isTooSmall(state.size))
    return (
      <Text>
        This window is {columns}x{rows}; listen needs {least.columns}x{least.rows}. Make it larger,
        or press q.
      </Text>
    );
  return (
    <Box flexDirection="column" width={columns} height={rows} flexShrink={0}>
      <Header state={state} />
      <Body state={state} />
      <Footer state={state} />
    </Box>
  );
};

const Body = ({ state }: { readonly state: State }) => {
  const { wide, bodyRows } = layoutOf(state.size);
  const { signs } = use(ThemeContext);
  const { mode, pane } = state;
  switch (mode.kind) {
    case 'help':
    case 'card': {
      const { columns } = state.size;
      const all = mode.kind === 'help' ? helpLines(columns) : cardLines(mode.card, columns);
      const lines = all.slice(mode.top, mode.top + bodyRows);
      return (
        <Box flexDirection="column" width={columns} height={bodyRows} flexShrink={0}>
          {lines.map((line, index) => (
            <Line key={index} of={line} />
          ))}
        </Box>
      );
    }
    case 'sources':
      return <Sources state={state} />;
    case 'palette':
    case 'snooze':
    case 'follow':
    case 'suggest':
    case 'correct':
      return (
        <Box>
          {wide && <List state={state} />}
          <Pane state={state} lines={choiceLines(state, signs)} />
        </Box>
      );
    case 'paste':
      return (
        <Box>
          {wide && <List state={state} />}
          <Pane state={state} lines={pasteLines(state, mode.form).lines} />
        </Box>
      );
    case 'compose':
    case 'approve':
    case 'override':
    case 'final':
    case 'link':
      return <Composer state={state} mode={mode} />;
    case 'browse':
    case 'confirm':
    case 'filter':
    case 'note':
      return (
        <Box>
          {(wide || pane === 'list') && <List state={state} />}
          {(wide || pane === 'detail') && <DetailPane state={state} />}
        </Box>
      );
    default:
      return mode satisfies never;
  }
};
