import { useText } from '../../texts/use-text.ts';
import { Bone, Loading } from '../../ui/Loading.tsx';

/** The shape of the form while the recipe is on its way. */
export function EditLoading() {
  const t = useText();
  return (
    <Loading label={t('editor.loading')}>
      <div className="form-top">
        <div className="form-main">
          <Bone className="bone-field" />
          <Bone className="bone-area" />
          <Bone className="bone-field" />
        </div>
        <Bone className="bone-picture" />
      </div>
      <Bone className="bone-rows" />
    </Loading>
  );
}
