import { charactersOf, columnsOf } from '../../src/text/width.ts';

/** One column of the screen; the right half of a wide character has no text. */
export type Cell = { readonly text: string; readonly style: string };

/** A terminal as far as the painter uses one: cursor addressing, erasing to the end of a line, styles, wide characters. */
export class Terminal {
  readonly lines: (Cell | undefined)[][] = [];
  /** Sequences that are none of the above, in the order of their coming. */
  readonly others: string[] = [];

  write(bytes: string): void {
    let [row, column, style] = [0, 0, ''];
    for (const [sequence, parameters = '', final, text = ''] of bytes.matchAll(
      /\u001B\[([?\d;]*)([A-Za-z])|([^\u001B]+)/g,
    )) {
      const numbers = parameters.split(';').map(Number);
      if (final === undefined) column = this.#print(text, row, column, style);
      else if (final === 'H') [row, column] = [(numbers[0] ?? 1) - 1, (numbers[1] ?? 1) - 1];
      else if (final === 'G') column = (numbers[0] ?? 1) - 1;
      else if (final === 'K') this.#line(row).length = Math.min(column, this.#line(row).length);
      else if (final === 'm') style = parameters.replace(/^0;?/, '');
      else this.others.push(sequence);
    }
  }

  #print(text: string, row: number, from: number, style: string): number {
    let column = from;
    for (const { segment } of charactersOf(text)) {
      const width = columnsOf(segment);
      for (let part = 0; part < width; part++)
        this.#line(row)[column + part] = { text: part === 0 ? segment : '', style };
      column += width;
    }
    return column;
  }

  #line(row: number) {
    return (this.lines[row] ??= []);
  }

  /** Each line with its styles in angle brackets, as a test compares it. */
  shown(rows: number): string[] {
    return Array.from({ length: rows }, (_, row) =>
      Array.from(
        this.#line(row),
        cell => `${cell?.text ?? ' '}${cell?.style ? `<${cell.style}>` : ''}`,
      )
        .join('')
        .trimEnd(),
    );
  }
}
