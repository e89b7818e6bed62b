import type { MentionRecord } from '../core/record.ts';
import { csvHead, csvRow } from './csv.ts';
import type { ExportFormat } from './formats.ts';
import { markdownHead, markdownItem } from './markdown.ts';
import { nameHider } from './known-names.ts';
import { masker } from './mask.ts';

export type ExportOptions = {
  readonly format: ExportFormat;
  /** Names, handles and links as they are; masked otherwise. */
  readonly reveal: boolean;
  /** Begin with a UTF-8 byte order mark. */
  readonly bom: boolean;
  readonly query: string;
  readonly at: Date;
  readonly practice?: string;
  /** Everybody who wrote something that is held, and the names that are no secret; for masking. */
  readonly authors?: Iterable<string>;
  readonly openNames?: readonly string[];
};

/** Turns mentions into the pieces of a file, one mention at a time, so that any number of them fits in memory. */
export async function* exported(
  records: AsyncIterable<MentionRecord>,
  options: ExportOptions,
): AsyncGenerator<string> {
  const { reveal, authors = [], openNames = [] } = options;
  const mask = reveal ? (record: MentionRecord) => record : masker(nameHider(authors, openNames));
  if (options.bom) yield '\uFEFF';
  let count = 0;
  yield head(options);
  for await (const record of records) yield item(mask(record), options.format, count++);
  yield options.format === 'json' ? (count > 0 ? '\n]\n' : ']\n') : '';
}

const head = ({ format, query, at, practice }: ExportOptions): string => {
  switch (format) {
    case 'csv':
      return csvHead();
    case 'json':
      return '[';
    case 'jsonl':
      return '';
    case 'md':
      return markdownHead(query, at, practice);
    default:
      return format satisfies never;
  }
};

const item = (record: MentionRecord, format: ExportFormat, index: number): string => {
  switch (format) {
    case 'csv':
      return csvRow(record);
    case 'json':
      return `${index === 0 ? '' : ','}\n${JSON.stringify(record)}`;
    case 'jsonl':
      return `${JSON.stringify(record)}\n`;
    case 'md':
      return markdownItem(record);
    default:
      return format satisfies never;
  }
};
