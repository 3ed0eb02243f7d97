import { stemMark } from '../../language/language.ts';
import { assortmentMark, filterMark } from './text-index.ts';

/** A term without the mark of its field. */
export const wordOf = (term: string): string => (term.startsWith(assortmentMark) ? term.slice(1) : term);

/** Whether a term is a word that people write, not a stem or a filter. */
export const isWord = (term: string): boolean => !wordOf(term).startsWith(stemMark) && !term.startsWith(filterMark);
