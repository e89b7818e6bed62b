/**
 * Where the record at `at` ends and what the next one must carry; undefined when what stands there is no whole record
 * that follows `link`. `anyLink` lets a record follow anything.
 */
export type Frame = (
  bytes: Buffer,
  at: number,
  link: string,
) => { readonly end: number; readonly link: string } | undefined;

/** Asks a frame not to check what a record says of the one before it. */
export const anyLink = 'any';

export type Salvaged = {
  readonly good: Buffer;
  /** At which lines of the file, counted from 1, records were taken from the copy. */
  readonly fromCopy: readonly number[];
  /** At which lines records stood in neither, or a record did not follow the one before it. */
  readonly lost: readonly number[];
  /** At which lines it was noted earlier that something had been lost. */
  readonly gaps: readonly number[];
};

/** Puts a log together again from a file and its copy: record by record, whichever of the two is whole. */
export const salvage = (file: Buffer, copy: Buffer, records: Frame): Salvaged => {
  const frame = withGaps(records);
  const pieces: Buffer[] = [];
  const fromCopy: number[] = [];
  const lost: number[] = [];
  const gaps: number[] = [];
  let [at, link, line] = [0, '', 1];
  const take = (source: Buffer, found: { end: number; link: string }) => {
    const piece = source.subarray(at, found.end);
    pieces.push(piece);
    if (isGap(piece, 0)) gaps.push(line);
    if (source !== file)
      fromCopy.push(line + linesIn(piece.subarray(0, firstDifference(piece, file, at))));
    line += linesIn(piece);
    ({ end: at, link } = found);
  };
  while (at < Math.max(file.length, copy.length)) {
    const [inFile, inCopy] = [frame(file, at, link), frame(copy, at, link)];
    if (inFile) take(file, inFile);
    else if (inCopy) take(copy, inCopy);
    else {
      const next = nextRecord(file, at, frame) ?? nextRecord(copy, at, frame);
      // A piece without a line end was never confirmed; anything else was.
      if (next === undefined && !file.includes(10, at) && !copy.includes(10, at)) break;
      lost.push(line);
      pieces.push(gapAfter(link));
      if (next === undefined) break;
      line += linesIn(file.subarray(at, next));
      [at, link] = [next, anyLink];
    }
  }
  return { good: Buffer.concat(pieces), fromCopy, lost, gaps };
};

/** Lets a record stand in a log that says openly: here something was lost, after the record with this link. */
export const withGaps =
  (frame: Frame): Frame =>
  (bytes, at, link) => {
    if (!isGap(bytes, at)) return frame(bytes, at, link);
    const end = bytes.indexOf(10, at) + 1;
    const follows = link === anyLink || bytes.subarray(at, end).equals(gapAfter(link));
    return end > 0 && follows ? { end, link: anyLink } : undefined;
  };

const opening = '{"gap":"';
export const isGap = (bytes: Buffer, at: number): boolean =>
  bytes.toString('latin1', at, at + opening.length) === opening;
/** What stands where something was lost, after the record with this link. */
export const gapAfter = (link: string) => Buffer.from(`${opening}${link}"}\n`);

/** Where the next whole record begins, here or after a damaged one: records begin after a line end. */
const nextRecord = (bytes: Buffer, at: number, frame: Frame): number | undefined => {
  if (frame(bytes, at, anyLink)) return at;
  for (let end = bytes.indexOf(10, at); end >= 0; end = bytes.indexOf(10, end + 1))
    if (frame(bytes, end + 1, anyLink)) return end + 1;
  return undefined;
};

const linesIn = (bytes: Buffer): number => {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
};

const firstDifference = (piece: Buffer, file: Buffer, from: number): number => {
  const index = piece.findIndex((byte, index) => byte !== file[from + index]);
  return Math.max(0, index);
};
