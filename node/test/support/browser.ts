import { type Browser, chromium } from 'playwright-core';

/** Starts the Chromium that comes from npm. */
export const launchBrowser = async (): Promise<Browser> => {
  // On a bare Debian it then unpacks the libraries that it lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // The package's own flags switch web security off.
  return chromium.launch({ executablePath: await packed.executablePath(), args: ['--no-sandbox'], headless: true });
};
