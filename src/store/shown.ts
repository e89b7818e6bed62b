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
  let lent: readonly Row[] | undefined;
  let counted = 0;
  let hides = false;
  const gone = () => ledger().gone.mentions;
  const isHeld = (id: MentionId) => index.numberOf(id) !== undefined;
  const renew = (ids: Iterable<MentionId>) => {
    for (const id of ids) {
      const number = index.numberOf(id);
      const bare = number === undefined ? undefined : index.rows[number];
      if (number === undefined || !bare) continue;
      if (lent === rows) rows = [...rows];
      lent = undefined;
      const triage = ledger().triageOf(id);
      rows[number] = triage === untouched ? bare : standingRow(bare, triage);
    }
  };
  renew(ledger().standings().of.keys());
  return {
    rows: () => {
      // Between a tombstone and the rewriting of files, what is purged is still in them.
      if (!lent && counted !== gone().size) {
        counted = gone().size;
        hides = [...gone()].some(isHeld);
      }
      lent ??= hides ? rows.filter(row => !gone().has(row.id)) : rows;
      return lent;
    },
    rowOf: id => (gone().has(id) ? undefined : rows[index.numberOf(id) ?? -1]),
    renew,
  };
};

/** Whether two rows draw alike. */
export const isSame = (row: Row, other: Row | undefined): boolean =>
  row === other || JSON.stringify(row) === JSON.stringify(other);
