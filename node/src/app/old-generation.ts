import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8's space for objects that live long grow by half before it looks for garbage there. By itself it lets that space grow to several times what lives in it, and what
 * is outgrown outside of it (memory shared with threads, what LevelDB reads into) waits for the same look. V8 reads this factor each time.
 */
export const holdOldGeneration = (): void => setFlagsFromString('--heap-growing-percent=50');
