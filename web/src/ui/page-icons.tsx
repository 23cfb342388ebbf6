/** Icons of several pages, which need not be there before a page is. */
import { Icon } from './icons.tsx';

export const MoreIcon = () => (
  <Icon>
    <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="M5.5 12.5l4.5 4.5 8.5-10" />
  </Icon>
);

export const EarlierIcon = () => (
  <Icon>
    <path d="M14.5 6L9 12l5.5 6" />
  </Icon>
);

export const LaterIcon = () => (
  <Icon>
    <path d="M9.5 6l5.5 6-5.5 6" />
  </Icon>
);
