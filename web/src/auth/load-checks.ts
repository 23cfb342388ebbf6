import { lazyResolver } from '../ui/forms/lazy-resolver.ts';

const load = () => import('./form-checks.ts');

/** Fetches the checks ahead: when a form gets the focus it will soon be sent. */
export function preloadChecks(): void {
  // What cannot be fetched now is told when the form is sent.
  load().catch(() => undefined);
}

export const checkSignIn = lazyResolver(async () => (await load()).checkSignIn);
export const checkRegister = lazyResolver(async () => (await load()).checkRegister);
export const checkForgotPassword = lazyResolver(async () => (await load()).checkForgotPassword);
export const checkResetPassword = lazyResolver(async () => (await load()).checkResetPassword);
export const checkProfile = lazyResolver(async () => (await load()).checkProfile);
export const checkPasswordChange = lazyResolver(async () => (await load()).checkPasswordChange);
export const checkAccountRemoval = lazyResolver(async () => (await load()).checkAccountRemoval);
