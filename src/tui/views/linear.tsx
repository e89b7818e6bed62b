import { Box, Text } from 'ink';
import { linearLines } from '../linear-lines.ts';
import type { State } from '../state.ts';

/** The workbench for a screen reader: sentences in reading order, the mention under the cursor first. */
export const Linear = ({ state }: { readonly state: State }) => (
  <Box flexDirection="column">
    {linearLines(state).map((line, index) => (
      <Text key={index}>{line}</Text>
    ))}
  </Box>
);
