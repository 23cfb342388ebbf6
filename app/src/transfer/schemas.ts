import { z } from 'zod';

/** Most things in one file. */
const maxNodes = 50_000;

const node = z.record(z.string(), z.unknown());

export const transferFile = z
  .object({ '@context': z.unknown().optional(), '@graph': z.array(node).max(maxNodes) })
  .meta({
    id: 'TransferFile',
    description: 'Everything that a user has, as JSON-LD with the words of schema.org',
  });

export const restored = z
  .object({
    added: z.record(z.string(), z.int()).meta({ description: 'How many of each kind were added' }),
    skipped: z.int().meta({ description: 'Things that were there already or could not be read' }),
    problems: z.array(z.object({ item: z.string(), message: z.string() })),
  })
  .meta({ id: 'Restored' });

export type TransferFile = z.output<typeof transferFile>;
export type Restored = z.output<typeof restored>;
