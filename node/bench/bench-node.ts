import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPair } from '@openstraat/spec';
import pino from 'pino';
import { openNode } from '../src/app.ts';
import { type NodeSettings, nodeSettingsSchema } from '../src/config/settings.ts';
import type { OpenNode } from '../src/control/commands.ts';

export const benchOrigin = 'http://127.0.0.1:4199';

/** A folder that goes when it is disposed. */
export const scratchFolder = async (): Promise<{ readonly path: string } & AsyncDisposable> => {
  const path = await mkdtemp(join(tmpdir(), 'openstraat-bench-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
};

/**
 * Opens a node for measuring: like any other, but silent.
 * @param more settings, where they matter to what is measured
 */
export const openBenchNode = (dataFolder: string, more: Partial<NodeSettings> = {}): Promise<OpenNode> => {
  const recovery = generateKeyPair();
  return openNode({
    dataFolder,
    settings: nodeSettingsSchema.parse({
      version: 1,
      name: 'Bench',
      area: 'Bench',
      operator: { name: 'Bench', contact: 'bench@town.example' },
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      origin: benchOrigin,
      fictional: true,
      // One client asks as fast as it can: that is what is measured.
      searchesPerMinute: 0,
      ...more,
    }),
    keys: {
      keys: [{ id: 'key-1', ...generateKeyPair(), validFrom: '2026-01-01T00:00:00Z' }],
      recoveryPublicKeyMultibase: recovery.publicKeyMultibase,
    },
    onOriginChange: 'refuse',
    logger: pino({ level: 'silent' }),
  });
};

/** The source of a benchmark's file. */
export const benchSource = (
  name: string,
  more: { readonly stores?: Record<string, string>; readonly offers?: boolean } = {},
) => ({
  name,
  title: name,
  catalogue: 'bench',
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'Bench',
  currency: 'EUR',
  country: 'NL',
  timeZone: 'Europe/Amsterdam',
  offers: true,
  ...more,
});
