/** Stable names of what can go wrong with the node itself, or with what a person asked of it. Messages may change, codes do not. */
export type FaultCode =
  | 'already-initialised'
  | 'bad-request'
  | 'backup-invalid'
  | 'cursor-invalid'
  | 'cursor-gone'
  | 'data-folder-busy'
  | 'disk-full'
  | 'file-unreadable'
  | 'format-unknown'
  | 'gone'
  | 'import-running'
  | 'index-building'
  | 'internal'
  | 'limit-exceeded'
  | 'log-corrupt'
  | 'log-stopped'
  | 'moved'
  | 'not-acceptable'
  | 'not-found'
  | 'not-initialised'
  | 'origin-changed'
  | 'peer-unknown'
  | 'peer-unusable'
  | 'place-unknown'
  | 'port-in-use'
  | 'settings-invalid'
  | 'source-unknown'
  | 'shrink'
  | 'store-corrupt'
  | 'usage';

/** A fault: something that stops what was asked. `message` says what is wrong and what to do. */
export class Fault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
  }
}
