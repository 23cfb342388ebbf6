import { Icon } from '../../ui/icons.tsx';

export const PasteIcon = () => (
  <Icon>
    <path d="M9 5H6.5A1.5 1.5 0 0 0 5 6.5v13A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5v-13A1.5 1.5 0 0 0 17.5 5H15M9 3.5h6v3H9zM8.5 11.5h7M8.5 15.5h5" />
  </Icon>
);

export const PictureIcon = () => (
  <Icon>
    <path d="M5 5h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4.5 17l5-5 4 4 2.5-2.5 3.5 3.5" />
    <circle cx="15.5" cy="9.25" r="1.5" />
  </Icon>
);

export const UpIcon = () => (
  <Icon>
    <path d="M6.5 14.5L12 9l5.5 5.5" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="M6.5 9.5L12 15l5.5-5.5" />
  </Icon>
);
