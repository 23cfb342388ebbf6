import { useText } from '../texts/use-text.ts';
import { PageHeading } from '../ui/PageHeading.tsx';

/** Not there yet. */
export default function AccountPage() {
  const t = useText();
  return <PageHeading>{t('nav.account')}</PageHeading>;
}
