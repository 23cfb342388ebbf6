import { useEffect, useRef } from 'react';

interface PicturePreviewProps {
  picture: Blob;
  label: string;
}

/** Shows a picture that is only here yet. On a canvas: the page may load pictures from its own server alone. */
export function PicturePreview({ picture, label }: PicturePreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isCurrent = true;
    const draw = async () => {
      const pixels = await createImageBitmap(picture);
      const element = canvas.current;
      if (isCurrent && element) {
        element.width = pixels.width;
        element.height = pixels.height;
        element.getContext('2d')?.drawImage(pixels, 0, 0);
      }
      pixels.close();
    };
    // It was read before, when it was chosen.
    draw().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [picture]);
  return <canvas ref={canvas} className="picture-shown" role="img" aria-label={label} />;
}
