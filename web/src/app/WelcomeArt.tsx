import { DishArt } from '../recipes/dish/DishArt.tsx';
import type { TextKey } from '../texts/keys.ts';
import { useText } from '../texts/use-text.ts';

const ingredients: readonly TextKey[] = [
  'welcome.art.tomatoes',
  'welcome.art.peppers',
  'welcome.art.eggs',
  'welcome.art.cumin',
];
const shopping: readonly { text: TextKey; bought: boolean }[] = [
  { text: 'welcome.art.bread', bought: true },
  { text: 'welcome.art.milk', bought: true },
  { text: 'welcome.art.coriander', bought: false },
];

/** A picture of the app, drawn by its own means: sharp on every screen, in both themes, and no file to wait for. */
export function WelcomeArt() {
  const t = useText();
  return (
    <div className="welcome-art" aria-hidden="true">
      <div className="art-recipe">
        <DishArt dish="pot" tone={1} />
        <div className="art-body">
          <p className="art-title">{t('welcome.art.recipe')}</p>
          <p className="art-facts">{t('welcome.art.facts')}</p>
          <ul>
            {ingredients.map((text) => (
              <li key={text}>{t(text)}</li>
            ))}
          </ul>
        </div>
      </div>
      <div className="art-timer">
        <p>{t('welcome.art.step')}</p>
        <p className="art-clock">{t('welcome.art.clock')}</p>
      </div>
      <div className="art-shopping">
        <p className="art-label">{t('nav.shopping')}</p>
        <ul>
          {shopping.map(({ text, bought }) => (
            <li key={text} className={bought ? 'art-bought' : undefined}>
              {t(text)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
