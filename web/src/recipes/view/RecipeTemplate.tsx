import type { ReactNode } from 'react';
import type { TextKey } from '../../texts/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { Bone } from '../../ui/Loading.tsx';
import { ScreenIcon } from '../awake/icons.tsx';
import { ClockIcon } from '../timers/icons.tsx';
import { CookIcon } from './icons.tsx';

/**
 * The recipe's page before any script has come, as a template (Mustache) that the app fills: what is there to be read,
 * in the places that the page has for it, and grey shapes for what needs the script. app/src/web/recipe-text.ts
 * has the values.
 */
export function RecipeTemplate() {
  const t = useText();
  return (
    <article className="recipe">
      <header className="recipe-head">
        <IfAny of="picture">
          {/* Without it, React would ask for the picture before the section. */}
          <picture>
            <img
              className="recipe-picture"
              src="{{src}}"
              srcSet="{{srcSet}}"
              sizes="(width < 52rem) 100vw, 28rem"
              width="{{width}}"
              height="{{height}}"
              alt={t('recipe.picture', { title: '{{title}}' })}
              fetchPriority="high"
            />
          </picture>
        </IfAny>
        <IfNone of="picture">
          <Bone className="bone-art" />
        </IfNone>
        <div className="recipe-head-text">
          <IfAny of="kind">
            <p className="recipe-kind">{'{{kind}}'}</p>
          </IfAny>
          <h1>{'{{title}}'}</h1>
          <IfAny of="description">
            <p className="lead">{'{{description}}'}</p>
          </IfAny>
          <IfAny of="hasFacts">
            <dl className="recipe-facts">
              {facts.map(([name, text]) => (
                <IfAny key={name} of={name}>
                  <div>
                    <dt>{t(text)}</dt>
                    <dd>{`{{${name}}}`}</dd>
                  </div>
                </IfAny>
              ))}
              <IfAny of="difficulty">
                <div>
                  <dt>{t('recipe.difficulty')}</dt>
                  <dd>
                    {difficulties.map(([name, text]) => (
                      <IfAny key={name} of={name}>
                        {t(text)}
                      </IfAny>
                    ))}
                  </dd>
                </div>
              </IfAny>
            </dl>
          </IfAny>
          <Bone className="bone-rating" />
          <div className="recipe-actions">
            <IfAny of="hasSteps">
              <Bone className="button button-primary">
                <CookIcon />
                <span>{t('recipe.startCooking')}</span>
              </Bone>
            </IfAny>
            <Bone className="button">
              <span>{t('recipe.edit')}</span>
            </Bone>
            <Bone className="button">
              <span>{t('common.share')}</span>
            </Bone>
            <Bone className="button-icon menu" />
          </div>
          <IfAny of="hasTags">
            <ul className="tags" aria-label={t('recipe.tags')}>
              <IfAny of="tags">
                <li>{'{{.}}'}</li>
              </IfAny>
            </ul>
          </IfAny>
          <IfAny of="source">
            <p className="recipe-source">
              <a href="{{sourceUrl}}" rel="noreferrer">
                {t('recipe.source', { site: '{{site}}' })}
              </a>
            </p>
          </IfAny>
        </div>
      </header>
      <div className="recipe-body">
        <section className="ingredients">
          <h2>{t('recipe.ingredients')}</h2>
          <div className="amounts">
            <IfAny of="servings">
              <Bone className="bone-servings" />
            </IfAny>
            <Bone className="bone-control" />
          </div>
          <IfNone of="groups">
            <p className="muted">{t('recipe.noIngredients')}</p>
          </IfNone>
          <IfAny of="groups">
            <div className="ingredient-group">
              <IfAny of="name">
                <h3>{'{{name}}'}</h3>
              </IfAny>
              <ul>
                <IfAny of="lines">
                  <li>
                    <label className="ingredient">
                      {/* A tick that is set now would be gone when the script comes. */}
                      <input type="checkbox" disabled />
                      <span>
                        <IfAny of="amount">
                          <strong>{'{{amount}} '}</strong>
                        </IfAny>
                        {'{{ingredient}}'}
                        <IfAny of="note">
                          <span className="ingredient-note">{', {{note}}'}</span>
                        </IfAny>
                      </span>
                    </label>
                  </li>
                </IfAny>
              </ul>
            </div>
          </IfAny>
          <Bone className="bone-control to-shopping" />
        </section>
        <div className="recipe-text">
          <section className="method">
            <div className="method-top">
              <h2>{t('recipe.method')}</h2>
              <Bone className="bone-awake">
                <ScreenIcon />
                <span>{t('common.awake')}</span>
              </Bone>
            </div>
            <IfNone of="steps">
              <p className="muted">{t('recipe.noSteps')}</p>
            </IfNone>
            <ol>
              <IfAny of="steps">
                <li>
                  <p>
                    <IfAny of="parts">
                      {'{{text}}'}
                      <IfAny of="time">
                        <span className="step-time">
                          <ClockIcon />
                          {'{{time}}'}
                        </span>
                      </IfAny>
                    </IfAny>
                  </p>
                </li>
              </IfAny>
            </ol>
          </section>
          <IfAny of="notes">
            <section className="notes">
              <h2>{t('recipe.notes')}</h2>
              <p>{'{{notes}}'}</p>
            </section>
          </IfAny>
        </div>
      </div>
    </article>
  );
}

const facts: readonly (readonly [name: string, text: TextKey])[] = [
  ['servings', 'recipe.servings'],
  ['prep', 'recipe.prep'],
  ['cook', 'recipe.cook'],
  ['total', 'recipe.total'],
];

const difficulties: readonly (readonly [name: string, text: TextKey])[] = [
  ['easy', 'recipe.difficulty.easy'],
  ['medium', 'recipe.difficulty.medium'],
  ['hard', 'recipe.difficulty.hard'],
];

interface SectionProps {
  /** Name of a value. */
  of: string;
  children: ReactNode;
}

/** What stands there when there is a value, and as often as a list has some. */
function IfAny({ of, children }: SectionProps) {
  return (
    <>
      {`{{#${of}}}`}
      {children}
      {`{{/${of}}}`}
    </>
  );
}

function IfNone({ of, children }: SectionProps) {
  return (
    <>
      {`{{^${of}}}`}
      {children}
      {`{{/${of}}}`}
    </>
  );
}
