import { gunzipSync } from 'node:zlib';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One labelled text of a public data set; sets add fields of their own. */
export type Labelled = {
  readonly id: string;
  readonly text: string;
  readonly label: string | readonly string[];
  readonly split: 'train' | 'dev';
  readonly source: string;
  readonly question?: string;
  readonly criticality?: number;
  readonly score?: number;
  readonly score5?: number;
  readonly raw_topics?: readonly string[];
  readonly sub?: string;
  /** Ours, in texts that we wrote. */
  readonly topics?: readonly string[];
};

/** Reads one gzipped JSON-lines set of the data folder; a set that is not there is an error. */
export const readSet = (folder: string, name: string): readonly Labelled[] => {
  if (name === 'written_reviews') return readWritten();
  const path = join(folder, `${name}.jsonl.gz`);
  if (!existsSync(path)) throw new Error(`${path} is missing; --data names the folder of the sets`);
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Labelled);
};

/** Our own reviews, which are in the repository; their labels are topics of ours, and all of them are for training. */
const readWritten = (): readonly Labelled[] =>
  readFileSync(new URL('written-reviews.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const [label = '', topics = '-', text = ''] = line.split('\t');
      const id = `written-${index}`;
      const own = topics === '-' ? [] : topics.split(' ');
      return { id, text, label, topics: own, split: 'train', source: 'written for listen' };
    });
