import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { StartError } from '../../../server/startError.ts';

function complaintOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  return '';
}

describe('the configuration', () => {
  const defaults = {
    port: 4040,
    host: '127.0.0.1',
    dataDir: 'data',
    publicUrl: null,
    allowedOrigins: [],
    logLevel: 'warn',
    key: null,
    maxConnectionsPerAddress: 1_000,
    maxConnectionsPerSession: 250,
    maxConnectionsPerBoard: 2_000,
    sessionCpuPercent: 25,
    trustedProxies: 0,
    maxMessagesPerSecond: 300,
    metricsToken: null,
    anonymousBoards: true,
    anonymousTemplates: true,
  };

  it('has a default for everything', () => {
    expect(readConfig({})).toEqual(defaults);
  });

  it('takes an empty value for an absent one', () => {
    expect(
      readConfig({ PORT: '', HOST: '', PUBLIC_URL: '', ALLOWED_ORIGINS: '', CELLBOARD_KEY: '' }),
    ).toEqual(defaults);
  });

  it('reads every value', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/var/lib/cellboard',
      PUBLIC_URL: 'https://Board.example/',
      ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080/',
      LOG_LEVEL: 'debug',
      CELLBOARD_KEY: 'k'.repeat(32),
      MAX_CONNECTIONS_PER_ADDRESS: '0',
      MAX_CONNECTIONS_PER_SESSION: '12',
      MAX_CONNECTIONS_PER_BOARD: '0',
      SESSION_CPU_PERCENT: '50',
      TRUSTED_PROXIES: '1',
      MAX_MESSAGES_PER_SECOND: '0',
      METRICS_TOKEN: 'm'.repeat(16),
      ANONYMOUS_BOARDS: 'off',
      ANONYMOUS_TEMPLATES: 'off',
    };
    expect(readConfig(env)).toEqual({
      port: 0,
      host: '::1',
      dataDir: '/var/lib/cellboard',
      publicUrl: 'https://board.example',
      allowedOrigins: ['https://a.example', 'http://b.example:8080'],
      logLevel: 'debug',
      key: 'k'.repeat(32),
      maxConnectionsPerAddress: Number.POSITIVE_INFINITY,
      maxConnectionsPerSession: 12,
      maxConnectionsPerBoard: Number.POSITIVE_INFINITY,
      sessionCpuPercent: 50,
      trustedProxies: 1,
      maxMessagesPerSecond: Number.POSITIVE_INFINITY,
      metricsToken: 'm'.repeat(16),
      anonymousBoards: false,
      anonymousTemplates: false,
    });
  });

  it('lifts the limit of computing time with the limit of messages, unless it is set', () => {
    expect(readConfig({ MAX_MESSAGES_PER_SECOND: '0' }).sessionCpuPercent).toBe(Number.POSITIVE_INFINITY);
    expect(readConfig({ MAX_MESSAGES_PER_SECOND: '0', SESSION_CPU_PERCENT: '9' }).sessionCpuPercent).toBe(9);
    expect(readConfig({ SESSION_CPU_PERCENT: '0' }).sessionCpuPercent).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'my host'],
    ['PUBLIC_URL', 'board.example'],
    ['PUBLIC_URL', 'ftp://board.example'],
    ['PUBLIC_URL', 'https://board.example/boards'],
    ['ALLOWED_ORIGINS', 'https://a.example,*'],
    ['LOG_LEVEL', 'loud'],
    ['CELLBOARD_KEY', 'too short'],
    ['MAX_CONNECTIONS_PER_ADDRESS', 'many'],
    ['MAX_CONNECTIONS_PER_SESSION', 'few'],
    ['MAX_CONNECTIONS_PER_BOARD', '1e3'],
    ['SESSION_CPU_PERCENT', '25%'],
    ['TRUSTED_PROXIES', '10'],
    ['MAX_MESSAGES_PER_SECOND', '-1'],
  ])('refuses %s=%s in one line that names it and not the value', (name, value) => {
    const complaint = complaintOf({ [name]: value });
    expect(complaint).toMatch(new RegExp(`^${name} [^\n]+\\.$`));
    expect(complaint).not.toContain(value === '*' ? 'a.example,*' : ` ${value} `);
  });

  it('tells of every bad value, a line each', () => {
    const lines = complaintOf({ PORT: 'x', LOG_LEVEL: 'y', ALLOWED_ORIGINS: 'p,q' }).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'ALLOWED_ORIGINS', 'LOG_LEVEL']);
  });
});
