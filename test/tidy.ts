import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';

/** A gigabyte is ten times what the tests write. */
const isRoomy = (place: string): boolean => {
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize > 1e9;
};

/** All temporary folders of a test run lie in one, which goes with the run; in memory, where the system offers that. */
export default (): (() => void) => {
  const place = existsSync(memory) && isRoomy(memory) ? memory : tmpdir();
  const folder = mkdtempSync(join(place, 'listen-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
