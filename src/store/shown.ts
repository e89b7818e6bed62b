import type { Ledger } from '../core/ledger.ts';
import type { MentionId } from '../core/mention.ts';
import { standingRow } from '../core/row.ts';
import type { Row } from '../core/row.ts';
import { untouched } from '../core/triage.ts';
import type { RowIndex } from './row-index.ts';

/** The rows with what people did laid over them. */
export type Shown = {
  /** The same array until something changes. */
  readonly rows: () => readonly Row[];
  readonly rowOf: (id: MentionId) => Row | undefined;
  /** Draws these mentions' rows anew, as index and ledger now have them. */
  readonly renew: (ids: Iterable<MentionId>) => void;
};

export const show = (index: RowIndex, ledger: () => Ledger): Shown => {
  let rows = [...index.rows];
  let isLent = false;
  const renew = (ids: Iterable<MentionId>) => {
    for (const id of ids) {
      const number = index.numberOf(id);
      const bare = number === undefined ? undefined : index.rows[number];
      if (number === undefined || !bare) continue;
      if (isLent) rows = [...rows];
      isLent = false;
      const triage = ledger().triageOf(id);
      rows[number] = triage === untouched ? bare : standingRow(bare, triage);
    }
  };
  renew(ledger().standings().of.keys());
  return {
    rows: () => {
      isLent = true;
      return rows;
    },
    rowOf: id => rows[index.numberOf(id) ?? -1],
    renew,
  };
};

/** Whether two rows draw alike. */
export const isSame = (row: Row, other: Row | undefined): boolean =>
  row === other || JSON.stringify(row) === JSON.stringify(other);
