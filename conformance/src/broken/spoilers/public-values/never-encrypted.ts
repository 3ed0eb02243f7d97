import type { Spoiler } from '../../spoiler.ts';

/** It is on the public internet without https, and says so itself. */
export const neverEncrypted: Spoiler = {
  name: 'never-encrypted',
  fails: ['encrypted'],
  url: 'http://waterveen.example/',
  origin: 'http://waterveen.example',
};
