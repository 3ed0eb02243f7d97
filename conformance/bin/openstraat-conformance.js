#!/usr/bin/env node
import v8 from 'v8';

// Plain JavaScript that old versions of Node can read too: it has to say what to do before anything newer is loaded.
const [major, minor] = process.versions.node.split('.').map(Number);

// 2 is what "could not be tested" ends with.
const giveUp = (message) => {
  process.stderr.write(message + '\n');
  process.exitCode = 2;
};

const explain = (error) => {
  const isUnbuilt = error.code === 'ERR_MODULE_NOT_FOUND' && String(error.message).includes('/dist/cli/');
  if (!isUnbuilt) throw error;
  giveUp('This is a checkout that was not built. Call it through npm: npx openstraat-conformance');
};

if (major < 24 || (major === 24 && minor < 11))
  giveUp(
    'The conformance suite needs Node.js 24.11 or newer, and this is ' +
      process.versions.node +
      '. In a checkout, call it through npm, which brings its own: npx openstraat-conformance. Elsewhere install a newer one from https://nodejs.org/.',
  );
else {
  // Most of what a run reads is soon of no use: collected early it costs some time, and half the memory. Neither limits the heap.
  v8.setFlagsFromString('--optimize-for-size');
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  import('#cli').then((cli) => cli.main(process.argv.slice(2)).then((code) => process.exit(code)), explain);
}
