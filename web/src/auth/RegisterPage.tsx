import { CredentialsForm } from './CredentialsForm.tsx';
import { checkAccount } from './credentials.ts';
import { requestAccount } from './requests.ts';

/** Create an account; it is signed in at once. */
export default function RegisterPage() {
  return (
    <CredentialsForm
      title="Create your account"
      action="Create account"
      withName
      check={checkAccount}
      send={requestAccount}
      passwordHelp="new-password"
      other={{ text: 'Have an account?', link: 'Sign in', to: '/sign-in' }}
    />
  );
}
