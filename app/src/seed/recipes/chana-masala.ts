export const chanaMasala = {
  title: 'Chana masala',
  description: 'Chickpeas in a sauce of tomatoes, ginger and warm spices.',
  ingredients: [
    {
      quantity: 480,
      unit: 'g',
      name: 'cooked chickpeas',
      note: 'drained weight, two cans',
    },
    {
      quantity: 2,
      name: 'onions',
      note: 'finely chopped',
    },
    {
      quantity: 400,
      unit: 'g',
      name: 'chopped tomatoes',
    },
    {
      quantity: 3,
      unit: 'cloves',
      name: 'garlic',
      note: 'grated',
    },
    {
      quantity: 20,
      unit: 'g',
      name: 'ginger',
      note: 'grated',
    },
    {
      quantity: 1,
      name: 'green chili',
      note: 'chopped',
    },
    {
      quantity: 1,
      unit: 'tsp',
      name: 'cumin seeds',
    },
    {
      quantity: 2,
      unit: 'tsp',
      name: 'ground coriander',
    },
    {
      quantity: 0.5,
      unit: 'tsp',
      name: 'turmeric',
    },
    {
      quantity: 1,
      unit: 'tsp',
      name: 'garam masala',
    },
    {
      quantity: 1,
      unit: 'tsp',
      name: 'amchur',
      note: 'dried mango powder, or 1 tbsp lemon juice',
    },
    {
      quantity: 3,
      unit: 'tbsp',
      name: 'oil',
    },
  ],
  steps: [
    'Let the cumin seeds crackle in the hot oil. Add the onions and cook until deep golden, about 12 minutes.',
    'Add the garlic, ginger and chili for 1 minute, then the coriander and turmeric for 30 seconds.',
    'Add the tomatoes and cook until the oil separates at the edge, about 10 minutes.',
    'Add the chickpeas and 250 ml of water. Crush a few chickpeas to thicken the sauce and simmer for 15 minutes.',
    'Stir in the garam masala and amchur, season with salt, and serve with rice or flatbread.',
  ],
  servings: 4,
  prepMinutes: 15,
  cookMinutes: 40,
  tags: ['vegan', 'gluten free'],
  cuisine: 'Indian',
  dishType: 'main course',
};
