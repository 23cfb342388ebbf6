import {
  credentials,
  emailOnly,
  passwordChange,
  passwordOnly,
  passwordReset,
} from '@recipe-book/app/schemas/auth';
import { newUser, userChanges } from '@recipe-book/app/schemas/users';
import { schemaResolver } from '../ui/forms/schema-resolver.ts';

/** How the forms around the account are checked: a chunk of its own, fetched when one of them is used. */
export const checkSignIn = schemaResolver(credentials);
export const checkRegister = schemaResolver(newUser);
export const checkForgotPassword = schemaResolver(emailOnly);
export const checkResetPassword = schemaResolver(passwordReset);
export const checkProfile = schemaResolver(userChanges);
export const checkPasswordChange = schemaResolver(passwordChange);
export const checkAccountRemoval = schemaResolver(passwordOnly);
