import { Box } from 'ink';
import { use } from 'react';
import { headerLines } from '../header-lines.ts';
import type { State } from '../state.ts';
import { Line, ThemeContext } from './themed.tsx';

/** Three rows: who and when, the buckets, and a rule that says what is listed. */
export const Header = ({ state }: { readonly state: State }) => {
  const { signs } = use(ThemeContext);
  return (
    <Box flexDirection="column" height={3} width={state.size.columns} flexShrink={0}>
      {headerLines(state, signs).map((line, index) => (
        <Line key={index} of={line} />
      ))}
    </Box>
  );
};
