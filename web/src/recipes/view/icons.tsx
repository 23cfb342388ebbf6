import { Icon } from '../../ui/icons.tsx';

export const MinusIcon = () => (
  <Icon>
    <path d="M5 12h14" />
  </Icon>
);

export const CookIcon = () => (
  <Icon>
    <path d="M5 11h14v6a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 5 17zM2.5 13H5M19 13h2.5M9 8c-1.2-1.2 1.2-2 0-3.5M14 8c-1.2-1.2 1.2-2 0-3.5" />
  </Icon>
);
