import { Box, Text } from 'ink';
import { use } from 'react';
import type { PropsWithChildren } from 'react';
import { layoutOf } from '../layout.ts';
import { sourceRows } from '../source-rows.ts';
import type { State } from '../state.ts';
import { Table } from '../outside/table.ts';
import type { Style } from '../text-segment.ts';
import { ThemeContext } from './themed.tsx';

/** The health of the sources as a table, those in trouble first. */
export const Sources = ({ state }: { readonly state: State }) => {
  const { bodyRows } = layoutOf(state.size);
  const rows = sourceRows(state);
  const top = state.mode.kind === 'sources' ? state.mode.top : 0;
  const shown = rows.slice(top, top + bodyRows - 1);
  return (
    <Box height={bodyRows} width={state.size.columns} flexShrink={0} flexDirection="column">
      {rows.length === 0 ? (
        <Text>
          {' '}
          No sources are set up yet; a suggests some, and so does &quot;listen init&quot;.
        </Text>
      ) : (
        <Table data={shown} header={Heading} cell={Cell} skeleton={Nothing} />
      )}
    </Box>
  );
};

/** Without a skeleton the table draws no rules, and each source takes one line. */
const Nothing = () => <></>;

const Heading = ({ children }: PropsWithChildren<object>) => <Text bold>{children}</Text>;

const Cell = ({ children }: PropsWithChildren<{ readonly column: number }>) => {
  const { look } = use(ThemeContext);
  const style = typeof children === 'string' ? styles[children.trim()] : undefined;
  return <Text {...look(style ?? 'plain')}>{children}</Text>;
};

const styles: Readonly<Record<string, Style>> = {
  failed: 'bad',
  blocked: 'bad',
  stale: 'doubt',
  fresh: 'good',
  'reading…': 'ask',
};
