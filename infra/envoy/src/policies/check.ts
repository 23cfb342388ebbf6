import { METHODS } from 'node:http';
import { SettingsError } from '@recipe-book/settings';
import { keyHeader } from '../filters/api-keys.ts';
import { internalHeaders } from '../names.ts';
import { networkProblem } from './network.ts';
import { isWithinTemplate, templateProblem } from './path-template.ts';
import { type Client, oneClient, type Policy, type Scope } from './policy.ts';
import { shapeProblems } from './schema.ts';
import { countWindow } from './window.ts';

/** Of all templates of a policy: what Envoy is told to take as expressions is some times that. */
const maxPathsLength = 2000;
/** Largest number that the ratelimit service takes; one less than fits, for shadow limits. */
const maxRequests = 0xffff_fffe;

/**
 * Refuses policies that Envoy or the ratelimit service could not carry out as written.
 * @throws SettingsError with one sentence for each problem.
 */
export function checkPolicies(policies: readonly Policy[]): void {
  const names = policies.map(({ name }) => name);
  const problems = policies.flatMap((policy, at) => {
    const misshapen = shapeProblems(policy);
    const problems = misshapen.length > 0 ? misshapen : policyProblems(policy);
    const taken = names.indexOf(policy.name) < at ? ['its name is taken by an earlier policy'] : [];
    return [...problems, ...taken].map((text) => `Policy "${policy.name}": ${text}.`);
  });
  if (problems.length > 0) throw new SettingsError(problems);
}

function policyProblems(policy: Policy): string[] {
  const { name, requests, cost = 1 } = policy;
  return [
    ...when(
      !/^[a-z][a-z0-9-]{0,40}$/.test(name),
      'its name must be 1 to 41 lower-case letters, digits and dashes, a letter first',
    ),
    ...countProblems('requests', requests),
    ...countProblems('cost', cost),
    ...when(
      cost > requests,
      `one request costs ${cost}, more than the ${requests} of a window: none would ever pass`,
    ),
    ...windowProblems(policy.windowSeconds),
    ...clientProblems(policy.client),
    ...scopeProblems(policy.scope),
    ...tierProblems(policy),
    ...(policy.allow ?? []).flatMap((network) => {
      const problem = networkProblem(network);
      return problem ? [`the network "${network}" ${problem}`] : [];
    }),
    ...when(policy.allow?.length === 0, 'allow names no network; leave it out'),
    ...when(
      policy.shadow === true && policy.whenUnavailable === 'deny',
      'it is in shadow, which never refuses, and cannot deny when nobody counts',
    ),
  ];
}

function when(holds: boolean, text: string): string[] {
  return holds ? [text] : [];
}

function countProblems(what: string, value: number): string[] {
  const isCount = Number.isInteger(value) && value >= 1 && value <= maxRequests;
  return when(!isCount, `${what} is ${value}; it must be a whole number from 1 to ${maxRequests}`);
}

function windowProblems(seconds: number): string[] {
  try {
    countWindow(seconds);
    return [];
  } catch (error) {
    return [(error as Error).message.replace(/\.$/, '')];
  }
}

function clientProblems(client: Client): string[] {
  switch (client.by) {
    case 'address': {
      const { ipv4, ipv6 } = client.network ?? oneClient;
      return [...prefixProblems('ipv4', ipv4, 8, 32), ...prefixProblems('ipv6', ipv6, 16, 128)];
    }
    case 'claim':
      return claimProblems(client.claim);
    case 'header':
      return headerProblems(client.header);
    default:
      return [];
  }
}

function prefixProblems(family: string, length: number, least: number, most: number): string[] {
  const fits = Number.isInteger(length) && length >= least && length <= most;
  return when(
    !fits,
    `the ${family} prefix is ${length}; it must be a whole number from ${least} to ${most}`,
  );
}

function claimProblems(claim: string): string[] {
  return when(
    !/^[\w:/-]+(\.[\w:/-]+)*$/.test(claim),
    `the claim "${claim}" must be names of letters, digits and _ : / -, with dots between them`,
  );
}

function headerProblems(header: string): string[] {
  const internal: readonly string[] = Object.values(internalHeaders);
  return [
    ...when(
      !/^[a-z0-9!#$&'*+.^`|~-]+$/.test(header),
      `the header "${header}" must be a header name in lower case, without underscores, which Envoy drops`,
    ),
    ...when(
      internal.includes(header) || header.startsWith('x-envoy-'),
      `the header "${header}" is removed from every request before it is counted`,
    ),
    ...when(
      ['authorization', 'cookie', 'proxy-authorization', keyHeader].includes(header),
      `the header "${header}" holds a secret, which would be seen in Redis; count by user or api-key`,
    ),
  ];
}

function scopeProblems({ paths, except = [], methods, contentTypes }: Scope): string[] {
  return [
    ...when(paths.length === 0, 'its scope names no path'),
    ...when(
      [...paths, ...except].join('').length > maxPathsLength,
      `its paths have more than ${maxPathsLength} characters together; make two policies of it`,
    ),
    ...[...paths, ...except].flatMap((path) => {
      const problem = templateProblem(path);
      return problem ? [`the path "${path}" ${problem}`] : [];
    }),
    ...paths
      .filter((path) => except.some((other) => isWithinTemplate(path, other)))
      .map((path) => `the path "${path}" is excepted again, so no request would fit it`),
    ...when(methods?.length === 0, 'its scope names no method; leave methods out for any'),
    ...(methods ?? []).flatMap((method) =>
      when(
        !METHODS.includes(method),
        `the method "${method}" must be one of HTTP in upper case, such as GET, HEAD, POST, PUT, PATCH or DELETE`,
      ),
    ),
    ...when(
      contentTypes?.length === 0,
      'its scope names no content type; leave contentTypes out for any',
    ),
    ...(contentTypes ?? []).flatMap((type) =>
      when(
        !/^[a-z0-9.+-]+\/(\*|[a-z0-9.+-]+)$/.test(type),
        `the content type "${type}" must look like application/json or image/*, in lower case`,
      ),
    ),
  ];
}

function tierProblems({ tiers, cost = 1 }: Policy): string[] {
  if (!tiers) return [];
  const values = Object.entries(tiers.requests);
  return [
    ...claimProblems(tiers.claim),
    ...when(values.length === 0, 'its tiers name no value of the claim'),
    ...values.flatMap(([value, requests]) => [
      ...when(
        !/^[\w.:@/-]{1,64}$/.test(value) || value === '-',
        `the tier "${value}" must be 1 to 64 letters, digits and . : @ / _ -, and not a single dash`,
      ),
      ...(requests === 'unlimited'
        ? []
        : countProblems(`requests of the tier "${value}"`, requests)),
      ...when(
        requests !== 'unlimited' && cost > requests,
        `one request costs ${cost}, more than the ${requests} of the tier "${value}": none would ever pass`,
      ),
    ]),
  ];
}
