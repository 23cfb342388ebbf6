import { CredentialsForm } from './CredentialsForm.tsx';
import { checkSignIn } from './credentials.ts';
import { requestSignIn } from './requests.ts';

/** Sign in to an account that exists. */
export default function SignInPage() {
  return (
    <CredentialsForm
      title="Sign in"
      action="Sign in"
      check={checkSignIn}
      send={requestSignIn}
      passwordHelp="current-password"
      other={{ text: 'New here?', link: 'Create an account', to: '/register' }}
    />
  );
}
