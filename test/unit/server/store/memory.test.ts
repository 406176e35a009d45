import { describe } from 'vitest';
import { MemoryStore } from '../../../../server/store/memory.ts';
import { storeContract } from '../../../helpers/storeContract.ts';

describe('the memory store', () => {
  storeContract({ open: async () => new MemoryStore() });
});
