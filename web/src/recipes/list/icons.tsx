import { Icon } from '../../ui/icons.tsx';

export const SearchIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="6.25" />
    <path d="M16 16l4 4" />
  </Icon>
);

export const FilterIcon = () => (
  <Icon>
    <path d="M4 7h16M7 12h10M10 17h4" />
  </Icon>
);

export const StarIcon = () => (
  <Icon>
    <path
      className="star"
      d="M12 4l2.4 5.2 5.6.7-4.1 3.9 1.1 5.6-5-2.8-5 2.8 1.1-5.6L4 9.9l5.6-.7z"
    />
  </Icon>
);
