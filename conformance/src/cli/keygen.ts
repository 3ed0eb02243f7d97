import { writeFile } from 'node:fs/promises';
import { issuerOf, makeIssuerKey } from '../certificate/key-file.ts';
import { certificateLimits } from '../certificate/limits.ts';
import type { Command } from './commands.ts';
import { exitCode } from './exit-code.ts';
import { readOptions, UsageError } from './usage-error.ts';

const options = { name: { type: 'string' }, output: { type: 'string' } } as const;

/** Makes a key to sign certificates with. */
export const keygenCommand: Command = {
  name: 'keygen',
  usage: '--name "<who signs>" --output <file>',
  summary: 'makes a key for certificates, and says what others need to know of it',
  async run(given, { output, errors }) {
    const { name = '', output: file } = readOptions({ args: [...given], options }).values;
    const { nameCharactersMax } = certificateLimits;
    if (name === '' || name.length > nameCharactersMax)
      throw new UsageError(
        `Say with --name "<who signs>", in at most ${nameCharactersMax} characters, whose key it is.`,
      );
    if (file === undefined) throw new UsageError('Say with --output <file> where the key goes.');
    const key = makeIssuerKey(name);
    // A new file, for its owner's eyes: a key that is written over is lost.
    await writeFile(file, `${JSON.stringify(key, undefined, 2)}\n`, { flag: 'wx', mode: 0o600 });
    errors.write(
      `The key is in ${file}: keep it secret. Others trust it by this, as a file or by the publicKeyMultibase alone:\n`,
    );
    output.write(`${JSON.stringify(issuerOf(key), undefined, 2)}\n`);
    return exitCode.conforms;
  },
};
