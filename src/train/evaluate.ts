import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readKnowledge } from '../commands/knowledge.ts';
import { tableOf, written } from './evaluation.ts';
import { evaluations } from './evaluations.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const { data } = values;
const path = 'data/models/README.md';
const knowledge = await readKnowledge(new URL('../../', import.meta.url));

let card = readFileSync(path, 'utf8');
for (const evaluation of evaluations) {
  if (evaluation.on === 'data' && data === undefined) continue;
  const table = tableOf(evaluation.measure(knowledge, data ?? ''));
  console.log(`\n${evaluation.title}\n${table}`);
  card = written(card, evaluation, table);
}
writeFileSync(path, card);
if (data === undefined)
  console.log('\nOnly what ships was measured; npm run evaluate -- --data DIR measures all.');
