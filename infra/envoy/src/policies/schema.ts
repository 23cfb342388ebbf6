import { z } from 'zod';

const text = z.string('must be a text');
const texts = z.array(text, 'must be a list of texts').readonly();
const number = z.number('must be a number');
const flag = z.boolean('must be true or false');

/** An object with these keys and no others: a key that is misspelt would else be one that is left out. */
function object<Shape extends z.ZodRawShape>(shape: Shape) {
  const allowed = `allowed are ${Object.keys(shape).join(', ')}`;
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has the unknown key ${(issue.keys as string[]).join(', ')}; ${allowed}`
        : `must be an object; ${allowed}`,
  });
}

const network = object({ ipv4: number, ipv6: number });

const client = z.discriminatedUnion(
  'by',
  [
    object({ by: z.literal('everyone') }),
    object({
      by: z.literal('address'),
      anonymousOnly: flag.exactOptional(),
      network: network.exactOptional(),
    }),
    object({ by: z.literal('user') }),
    object({ by: z.literal('claim'), claim: text }),
    object({ by: z.literal('header'), header: text }),
    object({ by: z.literal('api-key') }),
  ],
  'must be everyone, address, user, claim, header or api-key',
);

const scope = object({
  paths: texts,
  except: texts.exactOptional(),
  methods: texts.exactOptional(),
  contentTypes: texts.exactOptional(),
});

const requests = z.union([number, z.literal('unlimited')], 'must be a number or unlimited');
const tiers = object({
  claim: text,
  requests: z.record(z.string(), requests, 'must be an object of numbers or unlimited'),
});

/** What a `Policy` is made of: its types are gone when it runs. What the values may be is said in `check.ts`. */
export const policySchema = object({
  name: text,
  client,
  scope,
  requests: number,
  windowSeconds: number,
  cost: number.exactOptional(),
  tiers: tiers.exactOptional(),
  allow: texts.exactOptional(),
  shadow: flag.exactOptional(),
  whenUnavailable: z.enum(['allow', 'deny'], 'must be allow or deny').exactOptional(),
});

/** One sentence's end for each part that is not as the types say. */
export function shapeProblems(policy: unknown): string[] {
  const { error } = policySchema.safeParse(policy);
  return (error?.issues ?? []).map(({ path, message }) =>
    path.length === 0 ? `it ${message}` : `its ${path.join('.')} ${message}`,
  );
}
