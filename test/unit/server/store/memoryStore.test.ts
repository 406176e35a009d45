import { describe } from 'vitest';
import { MemoryStore } from '../../../helpers/memoryStore.ts';
import { storeContract } from '../../../helpers/storeContract.ts';

describe('the memory store', () => {
  storeContract({ open: async () => new MemoryStore() });
});
