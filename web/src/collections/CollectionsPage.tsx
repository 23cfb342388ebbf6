import { useText } from '../texts/use-text.ts';
import { PageHeading } from '../ui/PageHeading.tsx';

/** Not there yet. */
export default function CollectionsPage() {
  const t = useText();
  return <PageHeading>{t('nav.collections')}</PageHeading>;
}
