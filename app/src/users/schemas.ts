import { z } from 'zod';
import { objectId } from '../database/object-id.ts';

/** An address as it is stored and compared: without spaces around it, in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(z.regexes.email, 'must be an e-mail address')
  .meta({ format: 'email', example: 'cook@example.com' });

export const newUser = z
  .strictObject({
    email,
    password: z
      .string()
      .min(8)
      .max(200)
      .meta({ format: 'password', description: 'At least 8 characters' }),
    name: z.string().trim().min(1).max(100).meta({ example: 'Ada' }),
  })
  .meta({ id: 'NewUser' });

export const user = z.object({ id: objectId, email, name: z.string() }).meta({ id: 'User' });

export type NewUser = z.output<typeof newUser>;
export type User = z.output<typeof user>;
