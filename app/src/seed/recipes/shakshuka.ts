export const shakshuka = {
  title: 'Shakshuka',
  description: 'Eggs poached in a spiced sauce of peppers and tomatoes.',
  ingredients: [
    {
      quantity: 6,
      name: 'eggs',
    },
    {
      quantity: 800,
      unit: 'g',
      name: 'chopped tomatoes',
    },
    {
      quantity: 2,
      name: 'red peppers',
      note: 'sliced',
    },
    {
      quantity: 1,
      name: 'onion',
      note: 'sliced',
    },
    {
      quantity: 3,
      unit: 'cloves',
      name: 'garlic',
      note: 'sliced',
    },
    {
      quantity: 2,
      unit: 'tsp',
      name: 'sweet paprika',
    },
    {
      quantity: 1,
      unit: 'tsp',
      name: 'ground cumin',
    },
    {
      quantity: 0.5,
      unit: 'tsp',
      name: 'chili flakes',
    },
    {
      quantity: 3,
      unit: 'tbsp',
      name: 'olive oil',
    },
    {
      name: 'parsley or coriander',
      note: 'chopped',
    },
  ],
  steps: [
    'Cook the onion and peppers in the oil over medium heat until soft, about 12 minutes.',
    'Add the garlic, paprika, cumin and chili, and stir for 1 minute.',
    'Add the tomatoes with salt and a pinch of sugar. Simmer until thick, about 15 minutes.',
    'Make six hollows in the sauce and break an egg into each. Cover and cook until the whites are set and the yolks still soft, 5 to 7 minutes.',
    'Scatter the herbs over it and serve from the pan with bread.',
  ],
  servings: 3,
  prepMinutes: 15,
  cookMinutes: 35,
  tags: ['vegetarian', 'one pan'],
  cuisine: 'Tunisian',
  dishType: 'breakfast',
};
