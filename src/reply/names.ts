import type { Practice } from '../core/practice.ts';
import type { Names } from './word-kinds.ts';

/** Words with a capital that name nobody: how letters open and close, days, months, bodies, networks. */
const notPeople =
  'dear hello hi hey good morning afternoon evening thank thanks warm kind best regards sincerely sorry please happy ' +
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
  'september october november december google yelp facebook instagram healthgrades practice office manager director ' +
  'administrator team clinic reviewer there everyone all neighbor neighbors friend friends new year labor day patient ' +
  'patients sir madam doctor nurse the we our i you your it this that';

const everyday: ReadonlySet<string> = new Set(notPeople.split(' '));

/** The names that a draft may say: the practice, its people and its place. */
export const namesOf = (practice: Practice | undefined): Names =>
  new Set([
    ...everyday,
    ...wordsIn([
      practice?.name ?? '',
      practice?.place ?? '',
      ...(practice?.aliases ?? []),
      ...(practice?.clinicians ?? []),
    ]),
  ]);

const wordsIn = (names: readonly string[]): readonly string[] =>
  names.flatMap(name => name.toLowerCase().match(/[\p{L}'-]+/gu) ?? []);
