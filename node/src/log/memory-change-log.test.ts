import { describeChangeLog } from './change-log.contract.ts';
import { MemoryChangeLog } from './memory-change-log.ts';

describeChangeLog('MemoryChangeLog', async (options) => new MemoryChangeLog(options));
