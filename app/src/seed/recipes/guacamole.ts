export const guacamole = {
  title: 'Guacamole',
  description: 'Only ripe avocados and enough lime will do.',
  ingredients: [
    {
      quantity: 3,
      name: 'ripe avocados',
    },
    {
      quantity: 1,
      name: 'lime',
      note: 'juice only',
    },
    {
      quantity: 0.5,
      name: 'white onion',
      note: 'very finely chopped',
    },
    {
      quantity: 1,
      name: 'serrano or jalapeño chili',
      note: 'seeded and finely chopped',
    },
    {
      quantity: 1,
      name: 'tomato',
      note: 'seeded and diced',
    },
    {
      quantity: 15,
      unit: 'g',
      name: 'coriander leaves',
      note: 'chopped',
    },
    {
      quantity: 0.5,
      unit: 'tsp',
      name: 'salt',
    },
  ],
  steps: [
    'Crush the onion, chili and salt with the back of a spoon, or in a mortar, until juicy.',
    'Mash the avocados into it with a fork. Leave it rough.',
    'Fold in the tomato, coriander and lime juice. Taste, add salt, and serve at once.',
  ],
  servings: 4,
  prepMinutes: 15,
  cookMinutes: 0,
  tags: ['vegan', 'quick', 'no cooking'],
  cuisine: 'Mexican',
  dishType: 'starter',
};
