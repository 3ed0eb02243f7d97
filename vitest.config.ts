import { defineConfig } from 'vitest/config';

const long = process.env['OPENSTRAAT_TEST_LONG'] !== undefined;

export default defineConfig({
  ssr: { resolve: { conditions: ['@openstraat/source', 'node'] } },
  resolve: { conditions: ['@openstraat/source', 'node'] },
  test: {
    reporters: ['default', './test-count-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['*/src/**/*.test.ts', 'examples/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['{node,conformance}/test/**/*.test.ts'],
          // Nodes, browsers and installations in processes of their own: on a busy machine each takes its time.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      ...(long
        ? [
            {
              extends: true as const,
              test: { name: 'long', include: ['node/test/**/*.long.ts'], testTimeout: 3_600_000 },
            },
          ]
        : []),
    ],
  },
});
