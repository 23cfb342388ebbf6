/** What the sign-in and account forms hold; signing in leaves the name empty. */
export interface Credentials {
  name: string;
  email: string;
  password: string;
}

/** What is wrong, by field; empty when all is well. */
export type CredentialErrors = Partial<Record<keyof Credentials, string>>;

/** The shortest password a new account may have. */
export const minPasswordLength = 8;

/** Reads a form; spaces around the name and address are slips, in a password they count. */
export function readCredentials(form: FormData): Credentials {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name').trim(), email: text('email').trim(), password: text('password') };
}

/** Checks what signing in needs, so that a slip costs no request. */
export function checkSignIn({ email, password }: Credentials): CredentialErrors {
  return {
    ...checkEmail(email),
    ...(password === '' ? { password: 'Enter your password.' } : {}),
  };
}

/** Checks what a new account needs; the server has the last word. */
export function checkAccount({ name, email, password }: Credentials): CredentialErrors {
  return {
    ...(name === '' ? { name: 'Enter your name.' } : {}),
    ...checkEmail(email),
    ...(password.length < minPasswordLength
      ? { password: `Use at least ${minPasswordLength} characters.` }
      : {}),
  };
}

function checkEmail(email: string): CredentialErrors {
  if (email === '') return { email: 'Enter your email address.' };
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
    ? {}
    : { email: 'Enter an email address like name@example.com.' };
}
