import { useText } from '../texts/use-text.ts';
import { Bone, Loading } from '../ui/Loading.tsx';

/** Grey shapes in the place of the days. */
export function WeekLoading() {
  const t = useText();
  return (
    <Loading label={t('plan.loading')}>
      <div className="week-bones">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => (
          <Bone key={key} className="bone-day" />
        ))}
      </div>
    </Loading>
  );
}
