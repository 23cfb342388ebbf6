import { Icon } from '../icons.tsx';

export const ShowIcon = () => (
  <Icon>
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
    <circle cx="12" cy="12" r="2.75" />
  </Icon>
);

export const HideIcon = () => (
  <Icon>
    <path d="M9.5 5.8a9.4 9.4 0 0 1 2.5-.3c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.6 3.3M6.3 7.4A15.5 15.5 0 0 0 2.5 12S6 18.5 12 18.5a9.6 9.6 0 0 0 4.6-1.2M4 4l16 16M10 10.2a2.75 2.75 0 0 0 3.8 3.8" />
  </Icon>
);
