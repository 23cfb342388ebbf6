import { useState } from 'react';
import { chooseLanguage, languages, preferredLanguage } from '../texts/language.ts';
import { useText } from '../texts/use-text.ts';
import { appearances, keptAppearance } from '../ui/appearance.ts';
import { Choice } from './Choice.tsx';
import { chooseAppearance } from './choose-appearance.ts';
import { Section } from './Section.tsx';

/** What is kept on this device only. */
export function Preferences() {
  const t = useText();
  const [appearance, setAppearance] = useState(keptAppearance);
  return (
    <Section title={t('account.device.title')}>
      <Choice
        legend={t('account.device.language')}
        hint={t('account.device.languageHint')}
        options={languages.map((value) => ({ value, label: ownName(value), lang: value }))}
        value={preferredLanguage()}
        onChange={chooseLanguage}
      />
      <Choice
        legend={t('account.device.appearance')}
        options={appearances.map((value) => ({ value, label: t(`account.device.${value}`) }))}
        value={appearance}
        onChange={(choice) => {
          chooseAppearance(choice);
          setAppearance(choice);
        }}
      />
    </Section>
  );
}

/** A language as those call it who speak it. */
function ownName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
