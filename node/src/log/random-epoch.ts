import { randomInt } from 'node:crypto';

/** A name for a new epoch: twelve random letters and digits, so that two epochs never share one. */
export const randomEpoch = (): string => Array.from({ length: 12 }, () => randomInt(36).toString(36)).join('');
