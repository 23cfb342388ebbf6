import { z } from 'zod';
import { email, user } from '../users/schemas.ts';

export const credentials = z
  .strictObject({
    email,
    password: z.string().min(1).max(200).meta({ format: 'password' }),
  })
  .meta({ id: 'Credentials' });

export const signedIn = z
  .object({
    accessToken: z.string().meta({ description: 'Send it as `Authorization: Bearer ...`' }),
    user,
  })
  .meta({ id: 'SignedIn' });
