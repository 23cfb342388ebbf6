import type { ReactNode } from 'react';

/** Icons are drawn in lines on 24 × 24 and say nothing: the words stand beside them, or in `aria-label`. */
export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);

export const RecipesIcon = () => (
  <Icon>
    <path d="M12 6.5C9.8 4.9 7 4.7 4 5.8v13c3-1.1 5.8-.9 8 .7 2.2-1.6 5-1.8 8-.7v-13c-3-1.1-5.8-.9-8 .7zM12 6.5v13" />
  </Icon>
);

export const PlanIcon = () => (
  <Icon>
    <path d="M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM4 10.5h16M8.5 3.5V7M15.5 3.5V7M8 14h3M8 17h6" />
  </Icon>
);

export const ShoppingIcon = () => (
  <Icon>
    <path d="M4 9h16l-1.6 10.2a1 1 0 0 1-1 .8H6.6a1 1 0 0 1-1-.8zM8.5 9l2-5M15.5 9l-2-5M9.5 12.5v4M14.5 12.5v4" />
  </Icon>
);

export const CollectionsIcon = () => (
  <Icon>
    <path d="M4 8.5h16V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM6 5.5h12M8 3h8" />
  </Icon>
);

export const AccountIcon = () => (
  <Icon>
    <circle cx="12" cy="8.5" r="3.75" />
    <path d="M4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5" />
  </Icon>
);
