import { Box, Text } from 'ink';
import { memo, use } from 'react';
import type { Row } from '../../core/row.ts';
import type { Service } from '../../core/service.ts';
import { emptyText } from '../empty-text.ts';
import { layoutOf } from '../layout.ts';
import type { ReplyState } from '../replies.ts';
import { rowLine } from '../row-line.ts';
import { isActing } from '../selection.ts';
import { belongs, rowIn } from '../shelf.ts';
import type { State } from '../state.ts';
import { Line, ThemeContext } from './themed.tsx';

type ListProps = { readonly state: State; readonly columns?: number };

/** The rows of the view that are on screen. */
export const List = ({ state, columns }: ListProps) => {
  const { bodyRows, ...layout } = layoutOf(state.size);
  const listColumns = columns ?? layout.listColumns;
  const { view, shelf, now, setting } = state;
  const rows = view.order.slice(view.top, view.top + bodyRows);
  return (
    <Box flexDirection="column" width={listColumns} height={bodyRows} flexShrink={0}>
      {rows.length === 0 && <Text wrap="truncate"> {emptyText(state)}</Text>}
      {rows.map((listed, index) => {
        const row = rowIn(shelf, listed.id) ?? listed;
        return (
          <ListRow
            key={row.id}
            row={row}
            sourceName={setting.sources.find(({ id }) => id === row.source)?.name ?? row.source}
            selected={view.top + index === view.selected}
            marked={state.marks.has(row.id)}
            acting={isActing(state, row.id)}
            leaving={!belongs(row, view.tab, now)}
            reply={state.replies.get(row.id)}
            late={lateness(setting.service(row, now))}
            columns={listColumns}
            now={now}
          />
        );
      })}
    </Box>
  );
};

const lateness = ({ kind }: Service) => (kind === 'overdue' || kind === 'late' ? kind : undefined);

type RowProps = {
  readonly row: Row;
  readonly sourceName: string;
  readonly selected: boolean;
  readonly marked: boolean;
  readonly acting: boolean;
  readonly leaving: boolean;
  readonly late: 'overdue' | 'late' | undefined;
  readonly reply: ReplyState | undefined;
  readonly columns: number;
  readonly now: number;
};

const ListRow = memo(({ row, sourceName, columns, now, ...standing }: RowProps) => {
  const { signs } = use(ThemeContext);
  return <Line of={rowLine(row, sourceName, standing, columns, now, signs)} />;
});
ListRow.displayName = 'ListRow';
