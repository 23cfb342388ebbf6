import { z } from 'zod';
import { objectId } from '../database/object-id.ts';

/** A name, with dots within, then a domain of at least two parts, none of which begins or ends with a hyphen. */
const addressShape = /^[\w'+-]+(?:\.[\w'+-]+)*@(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}$/;
/** An address as it is stored and compared: without spaces around it, in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(addressShape, { error: 'must be an e-mail address', abort: true })
  .refine(isPossible, 'must be an e-mail address')
  .meta({ format: 'email', example: 'cook@example.com' });

/** A password as somebody typed it, right or wrong. */
export const givenPassword = z.string().min(1).max(200).meta({ format: 'password' });

/** A password to be set. */
export const newPassword = z
  .string()
  .min(8)
  .max(200)
  .meta({ format: 'password', description: 'At least 8 characters' });

const name = z.string().max(100).trim().min(1).meta({ example: 'Ada' });

export const newUser = z
  .strictObject({ email, password: newPassword, name })
  .meta({ id: 'NewUser' });

/** What users may change about themselves by PATCH. */
export const userChanges = z.strictObject({ name }).meta({ id: 'UserChanges' });

export const user = z.object({ id: objectId, email, name: z.string() }).meta({ id: 'User' });

export type NewUser = z.output<typeof newUser>;
export type UserChanges = z.output<typeof userChanges>;
export type User = z.output<typeof user>;

/** RFC 5321 has at most 64 characters before the @; RFC 5891 keeps names such as `ab--cd` for other uses. */
function isPossible(address: string): boolean {
  const [name = '', domain = ''] = address.split('@');
  return (
    name.length <= 64 &&
    domain
      .split('.')
      .every((part) => part.length <= 63 && (part.slice(2, 4) !== '--' || part.startsWith('xn')))
  );
}
