import { join } from 'node:path';
import { runProgram } from '@recipe-book/test/programs';

/** Runs a command of this folder, as make does. */
function command(name: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  return runProgram(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], env);
}

test('make limits shows every policy with what the settings make of it', () => {
  const { code, output } = command('limits', [], { RATE_LIMIT_OVERRIDES: 'login=20/40min' });
  expect(code).toBe(0);
  expect(output).toMatch(/^ {2}policy +limit +for each +of +otherwise$/m);
  expect(output).toMatch(/^ {2}login +20 in 40 min +address .* POST \/api\/auth\/login$/m);
  expect(output).toMatch(/^ {2}anonymous +100 in 15 min +address .* without a token/m);
});

describe('make explain', () => {
  test('shows what counts a request, in order, and why the others do not', () => {
    const args = ['POST', '//api/auth/%6Cogin', '--user', 'ada', '--address', '192.0.2.7'];
    const { code, output } = command('explain', args);
    expect(code).toBe(0);
    expect(output).toContain('POST /api/auth/login from 192.0.2.7');
    expect(output).toMatch(
      /1\. +user +300 in 15 min +1 +ada .*\n +2\. +login +10 in 1 min .*192\.0\.2\.7\/32/,
    );
    expect(output).toMatch(/anonymous +the request has a valid token/);
  });

  test('asks first whatever denies when nobody can count', () => {
    const env = { RATE_LIMIT_LOGIN_WHEN_UNAVAILABLE: 'deny' };
    const { output } = command('explain', ['POST', '/api/auth/login'], env);
    expect(output).toMatch(/1\. +login .*\n +2\. +anonymous/);
  });

  test('tells how it is asked', () => {
    const { code, output } = command('explain', ['--help']);
    expect(code).toBe(0);
    expect(output).toMatch(/^Say which request/);
    expect(output).toContain('--api-client NAME');
  });

  test('says so when nothing counts', () => {
    expect(command('explain', ['GET', '/health']).output).toContain('No policy counts it.');
  });

  test.each([
    [[], 'Say which request'],
    [['GET'], 'Say which request'],
    [['GET', '/a', '--address', 'x'], '--address is "x"; it must be an IP address.'],
    [['GET', '/a', '--claim', 'x'], '"x" must look like name=value.'],
    [['GET', '/a', '--wrong'], "Unknown option '--wrong'"],
  ])('with %j says what is missing', (args, message) => {
    const { code, output } = command('explain', args);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(message) });
  });
});
