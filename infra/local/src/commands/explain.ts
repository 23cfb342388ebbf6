import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import {
  type DescribedRequest,
  evaluate,
  inOrder,
  limitInWords,
  normalPath,
  type Policy,
  recipeBookPolicies,
  type Verdict,
} from '@recipe-book/envoy';
import { table } from '../table.ts';
import { runCommand, UsageError } from './command.ts';

const usage = `Say which request, in quotes: make explain ARGS="POST /api/auth/login --user ada"
  METHOD PATH           a path with ; & or spaces in quotes of its own: ARGS="GET '/api/recipes?page=1&limit=5'"
  --address IP          of the client, 192.0.2.1 by default
  --user ID             whose token it carries; without it and without claims the request is anonymous
  --claim NAME=VALUE    what else the token says; may come again
  --header NAME=VALUE   may come again
  --api-client NAME     whose API key it carries`;

/** `make explain`: which policies count a request, in which order, and why the others do not. */
await runCommand(async ({ settings }) => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(usage);
    return;
  }
  const request = described(args);
  const verdicts = inOrder(recipeBookPolicies(settings)).map(
    (policy) => [policy, evaluate(policy, request)] as const,
  );
  const rows = verdicts.flatMap(([policy, verdict]) =>
    verdict.counts ? [countedRow(policy, verdict)] : [],
  );
  const others = verdicts.flatMap(([{ name }, verdict]) =>
    verdict.counts ? [] : [[name, verdict.because]],
  );
  console.log(`${request.method} ${normalPath(request.path)} from ${request.address}\n`);
  if (rows.length === 0) console.log('No policy counts it.');
  else {
    const heads = ['', 'counted by', 'limit', 'costs', 'in the bucket of', 'window ends', ''];
    console.log(table([heads, ...rows.map((row, at) => [`${at + 1}.`, ...row])]));
  }
  if (others.length > 0) console.log(`\nNot counted by\n${table(others)}`);
});

function countedRow(policy: Policy, verdict: Extract<Verdict, { counts: true }>): string[] {
  const { name, windowSeconds, shadow } = policy;
  const end = (Math.floor(Date.now() / 1000 / windowSeconds) + 1) * windowSeconds;
  return [
    name,
    limitInWords(verdict.requests, windowSeconds),
    String(verdict.cost),
    verdict.client,
    new Date(end * 1000).toISOString().replace('.000', ''),
    shadow ? 'refuses nothing (shadow)' : '',
  ];
}

/** @throws UsageError when the arguments describe no request. */
function described(args: string[]): DescribedRequest {
  const { values, positionals } = parsed(args);
  const [method, path, ...more] = positionals;
  if (!method || !path?.startsWith('/') || more.length > 0) throw new UsageError(usage);
  if (isIP(values.address) === 0) {
    throw new UsageError(`--address is "${values.address}"; it must be an IP address.`);
  }
  if (/%(2f|5c)/i.test(path)) {
    throw new UsageError(`Envoy answers 400 to an escaped slash, as in ${path}, before it counts.`);
  }
  const claims = nested({ ...pairs(values.claim), ...(values.user && { sub: values.user }) });
  return {
    method: method.toUpperCase(),
    path,
    address: values.address,
    headers: lowerCased(pairs(values.header)),
    ...(Object.keys(claims).length > 0 && { claims: { sub: 'somebody', ...claims } }),
    ...(values['api-client'] && { apiClient: values['api-client'] }),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        user: { type: 'string' },
        address: { type: 'string', default: '192.0.2.1' },
        claim: { type: 'string', multiple: true, default: [] },
        header: { type: 'string', multiple: true, default: [] },
        'api-client': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}

/** Names of headers have no case (RFC 9110, section 5.1). */
function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** `org.id` as an object within an object, as it stands in a token. */
function nested(flat: Record<string, string>): Record<string, unknown> {
  const claims: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(flat)) {
    const keys = name.split('.');
    const last = keys.pop() ?? '';
    let at = claims;
    for (const key of keys) {
      const inner = (at[key] ?? {}) as Record<string, unknown>;
      at[key] = inner;
      at = inner;
    }
    at[last] = value;
  }
  return claims;
}

/** `name=value` each. */
function pairs(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new UsageError(`"${text}" must look like name=value.`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}
