import { z } from 'zod';
import { email, givenPassword, newPassword, user } from '../users/schemas.ts';

export const credentials = z
  .strictObject({ email, password: givenPassword })
  .meta({ id: 'Credentials' });

export const signedIn = z
  .object({
    accessToken: z.string().meta({ description: 'Send it as `Authorization: Bearer ...`' }),
    user,
  })
  .meta({ id: 'SignedIn' });

export const emailOnly = z.strictObject({ email }).meta({ id: 'ForgottenPassword' });

export const passwordOnly = z
  .strictObject({ password: givenPassword })
  .meta({ id: 'AccountRemoval' });

export const passwordChange = z
  .strictObject({ currentPassword: givenPassword, newPassword })
  .meta({ id: 'PasswordChange' });

export const passwordReset = z
  .strictObject({
    token: z.string().min(1).max(200).meta({ description: 'From the link in the mail' }),
    password: newPassword,
  })
  .meta({ id: 'PasswordReset' });
