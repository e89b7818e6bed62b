import { charactersOf, columnsOf } from '../../src/text/width.ts';

/** One column of the screen; the right half of a wide character has no text. */
export type Cell = { readonly text: string; readonly style: string };

/** A terminal as far as the painter uses one: cursor addressing, erasing to the end of a line, a scroll region, styles, wide characters. */
export class Terminal {
  readonly lines: (Cell | undefined)[][] = [];
  /** Sequences that are none of the above, in the order of their coming. */
  readonly others: string[] = [];

  write(bytes: string): void {
    let [row, column, style] = [0, 0, ''];
    let [head, foot] = [0, 0];
    for (const [sequence, parameters = '', final, text = ''] of bytes.matchAll(
      /\u001B\[([?\d;]*)([A-Za-z])|\u001BM|\n|([^\u001B\n]+)/g,
    )) {
      const numbers = parameters.split(';').map(Number);
      if (sequence === '\n') this.#scroll(head, foot, row, 1);
      else if (sequence === '\u001BM') this.#scroll(head, foot, row, -1);
      else if (final === 'r')
        [head, foot] = parameters === '' ? [0, 0] : [(numbers[0] ?? 1) - 1, numbers[1] ?? 0];
      else if (final === undefined) column = this.#print(text, row, column, style);
      else if (final === 'H') [row, column] = [(numbers[0] ?? 1) - 1, (numbers[1] ?? 1) - 1];
      else if (final === 'G') column = (numbers[0] ?? 1) - 1;
      else if (final === 'K') this.#line(row).length = Math.min(column, this.#line(row).length);
      else if (final === 'm') style = parameters.replace(/^0;?/, '');
      else this.others.push(sequence);
    }
  }

  /** A line feed at the foot of the scroll region, or a reverse one at its head; elsewhere the painter sends none. */
  #scroll(head: number, foot: number, row: number, by: 1 | -1): void {
    if (row !== (by === 1 ? foot - 1 : head)) throw new Error('a line feed within the region');
    for (let at = head; at < foot; at++) this.#line(at);
    const [from, to] = by === 1 ? [head, foot - 1] : [foot - 1, head];
    this.lines.splice(from, 1);
    this.lines.splice(to, 0, []);
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
