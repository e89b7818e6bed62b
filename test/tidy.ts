import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';

/** A gigabyte is ten times what the tests write. */
const offersRoom = (place: string): boolean => {
  try {
    accessSync(place, constants.W_OK);
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize > 1e9;
  } catch {
    return false; // Most systems have no such place, and some let nobody write there.
  }
};

/** All temporary folders of a test run lie in one, which goes with the run; in memory, where the system offers that. */
export default (): (() => void) => {
  const place = offersRoom(memory) ? memory : tmpdir();
  const folder = mkdtempSync(join(place, 'listen-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
