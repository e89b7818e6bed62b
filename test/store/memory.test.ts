import { describe } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { keepsTheContract } from './contract.ts';

describe('a store in memory', () => {
  keepsTheContract(async () => memoryStore(() => new Date('2026-11-20T14:05:00Z')));
});
