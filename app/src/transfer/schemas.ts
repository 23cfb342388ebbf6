import { z } from 'zod';
import { maxNodes } from './read-nodes.ts';

/** Describes the file; it is read and written bit by bit, never as a whole. */
export const transferFile = z
  .object({
    '@context': z.unknown().optional(),
    '@graph': z.array(z.record(z.string(), z.unknown())).max(maxNodes),
  })
  .meta({
    id: 'TransferFile',
    description: 'Everything that a user has, as JSON-LD with the words of schema.org',
  });

/** Describes what is imported: a file may hold things that cannot be read, which are told. */
export const importedFile = z
  .union([
    z.object({ '@context': z.unknown().optional(), '@graph': z.array(z.unknown()).max(maxNodes) }),
    z.array(z.unknown()).max(maxNodes),
  ])
  .meta({ id: 'ImportedFile', description: 'A file of GET /api/export, or JSON-LD of others' });

/** What an import may do besides adding. */
export const importQuery = z.object({
  profile: z
    .enum(['keep', 'replace'])
    .default('keep')
    .meta({ description: 'Whether your own name stays or is taken from the file' }),
});

export const restored = z
  .object({
    added: z.record(z.string(), z.int()).meta({ description: 'How many of each kind were added' }),
    skipped: z.int().meta({ description: 'Things that were there already or could not be read' }),
    problems: z
      .array(z.object({ item: z.string(), message: z.string() }))
      .meta({ description: 'What could not be read, or not in full' }),
  })
  .meta({ id: 'Restored' });

export type Restored = z.output<typeof restored>;
