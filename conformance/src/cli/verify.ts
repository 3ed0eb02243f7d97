import { existsSync } from 'node:fs';
import { readEvidence } from '../certificate/evidence.ts';
import { parseTrustedIssuer, type TrustedIssuer } from '../certificate/key-file.ts';
import { certificateLimits } from '../certificate/limits.ts';
import { type Verification, verifyCertificate } from '../certificate/verify-certificate.ts';
import { parseJson } from '../json/parse-json.ts';
import { showable } from '../reports/showable.ts';
import type { Command } from './commands.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import { readLimited } from './read-limited.ts';
import { readOptions, UsageError } from './usage-error.ts';

const options = { issuer: { type: 'string', multiple: true }, evidence: { type: 'string' } } as const;

const readIssuer = async (words: string): Promise<TrustedIssuer> =>
  existsSync(words)
    ? parseTrustedIssuer((await readLimited(words, certificateLimits.keyFileBytesMax)).toString('utf8'), words)
    : parseTrustedIssuer(words, `"${words}"`);

const reportOf = (verification: Verification, isEvidenceChecked: boolean): readonly string[] => {
  if (!verification.ok)
    return [
      'refused',
      ...verification.faults.map(({ code, words }) => `  ${code}: ${words}`),
      ...(verification.faults.some(({ code }) => code === 'unknown-issuer')
        ? [
            '  Say with --issuer <public key, or file with one> whom you trust, as you have it from them and not from here.',
          ]
        : []),
    ];
  const { certificate, issuer } = verification;
  const { url, verdict, classes, issuedAt, expiresAt, suite, startedAt, endedAt, seed } = certificate;
  return [
    `signed by ${issuer} on ${issuedAt}, valid until ${expiresAt}`,
    `  ${url}: ${verdict}`,
    ...classes.map(({ class: name, verdict: words }) => `  ${name}: ${words}`),
    `  tested from ${startedAt} to ${endedAt} by ${suite.name} ${suite.version}, seed ${seed}`,
    isEvidenceChecked
      ? '  the evidence is what was certified'
      : '  the evidence was not looked at: --evidence <folder> does',
  ];
};

/** Checks a certificate, offline. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: '<certificate> --issuer <key or file> [--evidence <folder>]',
  summary: 'checks a certificate, offline; trusts only the issuers that are named',
  async run(given, { output }) {
    const { values, positionals } = readOptions({ args: [...given], options, allowPositionals: true });
    const [file, surplus] = positionals;
    if (file === undefined || surplus !== undefined) throw new UsageError('Name one file with a certificate.');
    const issuers = await Promise.all((values.issuer ?? []).map(readIssuer));
    const parsed = parseJson(await readLimited(file, certificateLimits.certificateBytesMax));
    if (!parsed.ok) throw new RangeError(`${file} is no certificate: ${parsed.words}.`);
    const evidence = values.evidence === undefined ? undefined : readEvidence(values.evidence);
    const verification = verifyCertificate(parsed.value, { issuers, nowMs: Date.now(), evidence });
    output.write(
      `${reportOf(verification, evidence !== undefined)
        .map(showable)
        .join('\n')}\n`,
    );
    return verification.ok ? exitCodeOf(verification.certificate.verdict) : exitCode.doesNotConform;
  },
};
