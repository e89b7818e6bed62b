import { describe } from 'vitest';
import { keepsTheContract } from './contract.ts';
import { aDirectory, openAt } from './directory.ts';

describe('a store on disk', () => {
  keepsTheContract(async () => openAt(await aDirectory()));
});
