import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/commands/knowledge.ts';
import { tableOf, written } from '../../src/train/evaluation.ts';
import { evaluations } from '../../src/train/evaluations.ts';
import { root } from '../root.ts';

const card = readFileSync(new URL('data/models/README.md', root), 'utf8');

describe('the model card', () => {
  it('says what the models do today on the tables that ship', async () => {
    const knowledge = await readKnowledge(root);
    const ours = evaluations.filter(({ on }) => on === 'ours');
    expect(ours.length).toBeGreaterThan(0);
    for (const evaluation of ours) {
      const table = tableOf(evaluation.measure(knowledge, ''));
      expect(written(card, evaluation, table)).toBe(card);
    }
  });

  it('has a table for whatever can be measured', () => {
    for (const { id } of evaluations)
      expect(card).toMatch(new RegExp(`<!-- ${id} -->\\n\\| set [^]+<!-- /${id} -->`));
  });
});
