export const tortillaDePatatas = {
  title: 'Tortilla de patatas',
  description: 'Spanish omelette of potatoes cooked slowly in olive oil.',
  ingredients: [
    {
      quantity: 700,
      unit: 'g',
      name: 'waxy potatoes',
      note: 'peeled, thinly sliced',
    },
    {
      quantity: 1,
      name: 'large onion',
      note: 'thinly sliced',
    },
    {
      quantity: 300,
      unit: 'ml',
      name: 'olive oil',
      note: 'most of it is strained off again',
    },
    {
      quantity: 6,
      name: 'eggs',
    },
    {
      quantity: 1,
      unit: 'tsp',
      name: 'salt',
    },
  ],
  steps: [
    'Cook the potatoes and onion in the oil over low heat for about 25 minutes. They should be soft and hardly coloured. Drain and keep the oil.',
    'Beat the eggs with the salt, add the warm potatoes, and leave for 15 minutes.',
    'Heat a tablespoon of the oil in a pan of 24 cm. Pour the mixture in and cook over medium-low heat until the edge is set, about 6 minutes.',
    'Put a plate on the pan, turn it over, and slide the tortilla back in. Cook for 3 to 4 minutes more.',
    'Let it rest for 10 minutes before you cut it.',
  ],
  servings: 4,
  prepMinutes: 35,
  cookMinutes: 35,
  tags: ['vegetarian', 'picnic'],
  cuisine: 'Spanish',
  dishType: 'main course',
};
