import { readFile } from 'node:fs/promises';
import type { DutyKnowledge } from '../classify/duty.ts';
import { readMix } from '../classify/duty-mix.ts';
import type { MixRows } from '../classify/duty-mix.ts';
import { parseModel } from '../classify/model.ts';
import { oncePerRoot } from './once.ts';

/** Reads the learned heads of duty from `data/` under the root. */
export const readDutyKnowledge = oncePerRoot(async (root): Promise<DutyKnowledge> => {
  const [model, mix] = await Promise.all([
    readFile(new URL('data/models/duty.bin', root)),
    readFile(new URL('data/models/duty-mix.json', root), 'utf8'),
  ]);
  return { model: parseModel(model), mix: readMix(JSON.parse(mix) as MixRows) };
});
