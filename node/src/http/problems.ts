import type { FaultCode } from '../model/fault.ts';
import type { NodeSettings } from '../config/settings.ts';

type Language = NodeSettings['language'];

/** What can be wrong with a request: the node's own faults, and what only HTTP knows. */
export type ProblemCode =
  | FaultCode
  | 'headers-too-large'
  | 'media-type-unknown'
  | 'method-not-allowed'
  | 'request-timeout'
  | 'sender-blocked'
  | 'signature-invalid'
  | 'signature-missing'
  | 'too-many-requests'
  | 'url-too-long';

/** How a code is answered. */
export interface ProblemDefinition {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 408 | 409 | 410 | 413 | 414 | 415 | 429 | 431 | 500 | 503 | 507;
  readonly title: string;
  /** The title in words for people, and what they can do. */
  readonly words: Readonly<Record<Language, { readonly title: string; readonly todo: string }>>;
}

const atFault = {
  nl: { title: 'Er ging iets mis', todo: 'Dit ligt aan ons, niet aan u. Probeer het over een paar minuten opnieuw.' },
  en: { title: 'Something went wrong', todo: 'This is our fault, not yours. Try again in a few minutes.' },
};
const notUnderstood = {
  nl: { title: 'Dit verzoek begrijpen we niet', todo: 'Controleer het adres, of ga terug naar de voorpagina.' },
  en: { title: 'We do not understand this request', todo: 'Check the address, or go back to the front page.' },
};
const notNow = {
  nl: { title: 'Dit kan nu niet', todo: 'Er is iets anders bezig. Probeer het straks opnieuw.' },
  en: { title: 'This is not possible now', todo: 'Something else is going on. Try again later.' },
};
const notThere = {
  nl: { title: 'Niet gevonden', todo: 'Deze pagina bestaat niet. Zoek op de voorpagina naar wat u nodig hebt.' },
  en: { title: 'Not found', todo: 'This page does not exist. Look on the front page for what you need.' },
};

/** Every problem that the node answers with, by its code (RFC 9457). */
export const problems: Readonly<Record<ProblemCode, ProblemDefinition>> = {
  'already-initialised': { status: 409, title: 'Already initialised', words: notNow },
  'bad-request': { status: 400, title: 'Bad request', words: notUnderstood },
  'backup-invalid': { status: 400, title: 'Backup not valid', words: notUnderstood },
  'cursor-invalid': { status: 400, title: 'Cursor not valid', words: notUnderstood },
  'cursor-gone': {
    status: 410,
    title: 'Cursor too old: begin again',
    words: {
      nl: { title: 'Deze plek in de stroom is vervallen', todo: 'Begin opnieuw bij /feed.' },
      en: { title: 'This place in the feed has expired', todo: 'Begin again at /feed.' },
    },
  },
  'data-folder-busy': { status: 503, title: 'Data folder in use', words: notNow },
  'disk-full': { status: 507, title: 'Disk full', words: atFault },
  'file-unreadable': { status: 400, title: 'File not readable', words: notUnderstood },
  'format-unknown': { status: 400, title: 'Format not known', words: notUnderstood },
  gone: {
    status: 410,
    title: 'Gone',
    words: {
      nl: {
        title: 'Dit is er niet meer',
        todo: 'Het stond hier wel, maar de winkel of organisatie heeft het verwijderd.',
      },
      en: { title: 'This is no longer here', todo: 'It was here, but the shop or organisation has removed it.' },
    },
  },
  'headers-too-large': { status: 431, title: 'Header fields too large', words: notUnderstood },
  'import-running': { status: 409, title: 'An import is running', words: notNow },
  'index-building': {
    status: 503,
    title: 'Search index is being built',
    words: {
      nl: {
        title: 'Zoeken kan zo meteen',
        todo: 'De zoekmachine start op. Probeer het over een paar tellen opnieuw.',
      },
      en: { title: 'Search will be ready soon', todo: 'The search is starting. Try again in a few seconds.' },
    },
  },
  internal: { status: 500, title: 'Internal error', words: atFault },
  'limit-exceeded': { status: 413, title: 'Limit exceeded', words: notUnderstood },
  'log-stopped': { status: 503, title: 'Log takes no changes', words: notNow },
  'log-corrupt': { status: 500, title: 'Log damaged', words: atFault },
  'media-type-unknown': { status: 415, title: 'Media type not known', words: notUnderstood },
  'method-not-allowed': { status: 405, title: 'Method not allowed', words: notUnderstood },
  moved: { status: 409, title: 'Moved', words: notNow },
  'not-acceptable': {
    status: 406,
    title: 'Not acceptable',
    words: {
      nl: { title: 'Niet in deze vorm', todo: 'Dit adres geeft geen antwoord in de vorm die uw programma vraagt.' },
      en: { title: 'Not in this form', todo: 'This address has no answer in the form that your program asks for.' },
    },
  },
  'not-found': { status: 404, title: 'Not found', words: notThere },
  'not-initialised': { status: 503, title: 'Not initialised', words: notNow },
  'origin-changed': { status: 409, title: 'Origin changed', words: notNow },
  'peer-unknown': { status: 404, title: 'Node not followed', words: notThere },
  'peer-unusable': { status: 503, title: 'Node not usable', words: notNow },
  'place-unknown': { status: 404, title: 'Place not known', words: notThere },
  'port-in-use': { status: 503, title: 'Port in use', words: notNow },
  'request-timeout': { status: 408, title: 'Request took too long', words: notUnderstood },
  'settings-invalid': { status: 500, title: 'Settings not valid', words: atFault },
  'sender-blocked': { status: 403, title: 'Sender blocked', words: notUnderstood },
  shrink: { status: 409, title: 'Delivery would remove too much', words: notNow },
  'signature-invalid': { status: 401, title: 'Signature not valid', words: notUnderstood },
  'signature-missing': { status: 401, title: 'Signature missing', words: notUnderstood },
  'source-unknown': { status: 404, title: 'Source not known', words: notThere },
  'store-corrupt': { status: 500, title: 'Federation state damaged', words: atFault },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    words: {
      nl: { title: 'Even wachten', todo: 'U hebt heel vaak achter elkaar gezocht. Probeer het zo meteen opnieuw.' },
      en: { title: 'Wait a moment', todo: 'You have searched very often in a row. Try again in a moment.' },
    },
  },
  'url-too-long': { status: 414, title: 'Address too long', words: notUnderstood },
  usage: { status: 400, title: 'Wrong usage', words: notUnderstood },
};
