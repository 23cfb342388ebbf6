import { PageLink } from '../app/PageLink.tsx';
import { useText } from '../texts/use-text.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import { CalendarFeed } from './calendar/CalendarFeed.tsx';
import { DeleteAccount } from './DeleteAccount.tsx';
import { Password } from './Password.tsx';
import { Preferences } from './Preferences.tsx';
import { Profile } from './Profile.tsx';
import { Section } from './Section.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import { ExportData } from './transfer/ExportData.tsx';
import { ImportData } from './transfer/ImportData.tsx';
import './account.css';

/** All that is about the person and not about recipes. */
export default function AccountPage() {
  const t = useText();
  return (
    <div className="account-page">
      <div className="account-top">
        <PageHeading>{t('nav.account')}</PageHeading>
        <SignOutButton />
      </div>
      <Profile />
      <Preferences />
      <Section title={t('account.shares.title')}>
        <p>{t('account.shares.text')}</p>
        <PageLink page="shares" to="/account/shares" className="button">
          {t('account.shares.open')}
        </PageLink>
      </Section>
      <CalendarFeed />
      <Section title={t('account.data.title')}>
        <ExportData />
        <ImportData />
      </Section>
      <Password />
      <Section title={t('account.delete.title')}>
        <p>{t('account.delete.hint')}</p>
        <DeleteAccount />
      </Section>
    </div>
  );
}
