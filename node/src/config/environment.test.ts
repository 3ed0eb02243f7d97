import { describe, expect, it } from 'vitest';
import { environmentVariables, readEnvironment } from './environment.ts';
import { settingFields } from './setting-fields.ts';

describe('readEnvironment', () => {
  it('takes what is set, and nothing from what is empty or of others', () => {
    expect(
      readEnvironment({
        PATH: '/bin',
        OPENSTRAAT_PORT: '8080',
        OPENSTRAAT_HOST: '0.0.0.0',
        OPENSTRAAT_DATA: '/data',
        OPENSTRAAT_LOG_LEVEL: 'warn',
        OPENSTRAAT_NAME: '',
        OPENSTRAAT_LICENSE: 'cc by 4.0',
        OPENSTRAAT_REGISTRIES: 'https://a.example, https://b.example',
        OPENSTRAAT_TOMBSTONE_DAYS: '60',
        OPENSTRAAT_TEST_LONG: '1',
      }),
    ).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataFolder: '/data',
      logLevel: 'warn',
      settings: {
        license: 'https://creativecommons.org/licenses/by/4.0/',
        registries: ['https://a.example', 'https://b.example'],
        tombstoneDays: 60,
      },
    });
  });

  it('takes the example that each setting gives', () => {
    const examples = Object.fromEntries(settingFields.map(({ variable, example }) => [variable, example]));
    expect(Object.keys(readEnvironment(examples).settings)).toEqual(settingFields.map(({ path }) => path));
  });

  it.each([
    ['OPENSTRAAT_PORT', '65536'],
    ['OPENSTRAAT_PORT', 'http'],
    ['OPENSTRAAT_PORT', '-1'],
    ['OPENSTRAAT_PORT', '4100 '],
    ['OPENSTRAAT_LOG_LEVEL', 'loud'],
    ['OPENSTRAAT_NAME', 'n'.repeat(201)],
    ['OPENSTRAAT_AREA', 'a'.repeat(201)],
    ['OPENSTRAAT_OPERATOR_NAME', 'o'.repeat(201)],
    ['OPENSTRAAT_OPERATOR_CONTACT', 'call me'],
    ['OPENSTRAAT_OPERATOR_LEGAL_FORM', 'l'.repeat(201)],
    ['OPENSTRAAT_OPERATOR_STATUTES', 'statutes.pdf'],
    ['OPENSTRAAT_LICENSE', 'mine'],
    ['OPENSTRAAT_ORIGIN', 'https://winkels.waterveen.example/'],
    ['OPENSTRAAT_ORIGIN', 'winkels.waterveen.example'],
    ['OPENSTRAAT_LANGUAGE', 'tlh'],
    ['OPENSTRAAT_REGISTRIES', 'https://a.example,b'],
    ['OPENSTRAAT_TOMBSTONE_DAYS', '29'],
    ['OPENSTRAAT_TOMBSTONE_DAYS', 'many'],
    ['OPENSTRAAT_SEARCHES_PER_MINUTE', '100001'],
    ['OPENSTRAAT_SEARCHES_PER_MINUTE', '-1'],
    ['OPENSTRAAT_TRUSTED_PROXIES', '11'],
    ['OPENSTRAAT_TRUSTED_PROXIES', 'yes'],
  ])('refuses %s=%s, and says what to write', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(
      expect.objectContaining({
        code: 'settings-invalid',
        message: `${name} is "${value}": write ${environmentVariables[name]}.`,
      }),
    );
  });

  it('names every bad one at once, and a name that is misspelt', () => {
    expect(() => readEnvironment({ OPENSTRAAT_PORT: 'x', OPENSTRAAT_LANGUAGE: 'x', OPENSTRAAT_PROT: '1' })).toThrow(
      /OPENSTRAAT_LANGUAGE is[^]*OPENSTRAAT_PORT is[^]*OPENSTRAAT_PROT is not a setting/,
    );
  });
});
