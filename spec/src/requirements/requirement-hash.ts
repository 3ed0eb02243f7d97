import { hash } from 'node:crypto';
import { canonicalJson } from '../protocol/jcs.ts';
import type { Requirement } from './requirement.ts';

/** SHA-256, in lower-case hex, of what a requirement means: the JCS form of its class, level and text. */
export const requirementHash = ({ class: name, level, text }: Pick<Requirement, 'class' | 'level' | 'text'>): string =>
  hash('sha256', canonicalJson({ class: name, level, text }), 'hex');
