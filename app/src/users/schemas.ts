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

/** A password as somebody typed it, right or wrong. */
export const givenPassword = z.string().min(1).max(200).meta({ format: 'password' });

/** A password to be set. */
export const newPassword = z
  .string()
  .min(8)
  .max(200)
  .meta({ format: 'password', description: 'At least 8 characters' });

const name = z.string().trim().min(1).max(100).meta({ example: 'Ada' });

export const newUser = z
  .strictObject({ email, password: newPassword, name })
  .meta({ id: 'NewUser' });

/** What users may change about themselves by PATCH. */
export const userChanges = z.strictObject({ name }).meta({ id: 'UserChanges' });

export const user = z.object({ id: objectId, email, name: z.string() }).meta({ id: 'User' });

export type NewUser = z.output<typeof newUser>;
export type UserChanges = z.output<typeof userChanges>;
export type User = z.output<typeof user>;
