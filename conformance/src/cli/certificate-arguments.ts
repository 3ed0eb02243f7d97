import { writeFile } from 'node:fs/promises';
import { issueCertificate } from '../certificate/issue-certificate.ts';
import { type IssuerKey, parseIssuerKey } from '../certificate/key-file.ts';
import { certificateLimits } from '../certificate/limits.ts';
import type { ConformanceResult } from '../result/result.ts';
import { readLimited } from './read-limited.ts';

/** A certificate that is to be signed. */
export interface CertificateArguments {
  readonly file: string;
  readonly keyFile: string;
  readonly validDays: number;
}

/** The options of a command that can sign what its run comes to. */
export const certificateOptions = {
  certificate: { type: 'string' },
  key: { type: 'string' },
  'valid-days': { type: 'string' },
} as const;

/** Reads them; a sentence when they can't be understood, undefined when no certificate is asked for. */
export const readCertificate = (values: {
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
  readonly 'valid-days'?: string | undefined;
}): CertificateArguments | undefined | string => {
  const { certificate: file, key: keyFile, 'valid-days': days } = values;
  if (file === undefined)
    return keyFile === undefined && days === undefined
      ? undefined
      : '--key and --valid-days are for a certificate: say with --certificate <file> where it goes.';
  if (keyFile === undefined)
    return 'Say with --key <file> who signs the certificate; openstraat-conformance keygen makes a key.';
  const { validDaysUsual, validDaysMax } = certificateLimits;
  const validDays = days === undefined ? validDaysUsual : Number(days);
  return Number.isInteger(validDays) && validDays >= 1 && validDays <= validDaysMax
    ? { file, keyFile, validDays }
    : `--valid-days is "${days}": write a whole number from 1 to ${validDaysMax}.`;
};

/** The key that signs. @throws {KeyInvalidError} */
export const readKey = async ({ keyFile }: CertificateArguments): Promise<IssuerKey> =>
  parseIssuerKey((await readLimited(keyFile, certificateLimits.keyFileBytesMax)).toString('utf8'), keyFile);

/** Signs a result, and writes the certificate. */
export const writeCertificate = async (
  result: ConformanceResult,
  { file, validDays }: CertificateArguments,
  key: IssuerKey,
): Promise<void> => {
  const issued = issueCertificate(result, { key, nowMs: Date.now(), validDays });
  await writeFile(file, `${JSON.stringify(issued, undefined, 2)}\n`);
};
