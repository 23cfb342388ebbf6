import { useText } from '../../texts/use-text.ts';
import { WakeLockSwitch } from '../awake/WakeLockSwitch.tsx';
import type { Recipe } from '../recipe.ts';
import { StepText } from '../timers/StepText.tsx';

/** What to do, step by step; times in it start timers. */
export function Method({ recipe }: { recipe: Recipe }) {
  const t = useText();
  return (
    <section className="method" aria-labelledby="method-title">
      <div className="method-top">
        <h2 id="method-title">{t('recipe.method')}</h2>
        <WakeLockSwitch />
      </div>
      {recipe.steps.length === 0 && <p className="muted">{t('recipe.noSteps')}</p>}
      <ol>
        {recipe.steps.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step's place is its only identity.
          <li key={index}>
            <p>
              <StepText text={text} step={index + 1} recipe={recipe} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
