export const borscht = {
  title: 'Borscht',
  description: 'Beetroot soup, sour and sweet, that is better on the second day.',
  ingredients: [
    {
      quantity: 500,
      unit: 'g',
      name: 'beetroot',
      note: 'peeled, cut into matchsticks',
    },
    {
      quantity: 300,
      unit: 'g',
      name: 'potatoes',
      note: 'diced',
    },
    {
      quantity: 200,
      unit: 'g',
      name: 'white cabbage',
      note: 'finely sliced',
    },
    {
      quantity: 2,
      name: 'carrots',
      note: 'grated',
    },
    {
      quantity: 1,
      name: 'onion',
      note: 'chopped',
    },
    {
      quantity: 2,
      unit: 'cloves',
      name: 'garlic',
      note: 'crushed',
    },
    {
      quantity: 2,
      unit: 'tbsp',
      name: 'tomato paste',
    },
    {
      quantity: 2,
      unit: 'tbsp',
      name: 'wine vinegar',
    },
    {
      quantity: 1.5,
      unit: 'l',
      name: 'beef or vegetable stock',
    },
    {
      quantity: 2,
      name: 'bay leaves',
    },
    {
      quantity: 150,
      unit: 'g',
      name: 'sour cream',
    },
    {
      name: 'fresh dill',
    },
  ],
  steps: [
    'Cook the onion and carrots in a little oil over medium heat until soft, about 8 minutes.',
    'Add the beetroot, tomato paste and vinegar. The vinegar keeps the colour. Cover and cook gently for 15 minutes.',
    'Bring the stock to a boil with the bay leaves. Add the potatoes and simmer for 10 minutes, then add the cabbage for 5 minutes more.',
    'Stir in the beetroot and simmer until everything is tender, about 10 minutes. Add the garlic and season with salt, pepper and a pinch of sugar.',
    'Let it rest for 20 minutes. Serve with a spoon of sour cream and plenty of dill.',
  ],
  servings: 6,
  prepMinutes: 25,
  cookMinutes: 50,
  tags: ['soup', 'winter'],
  cuisine: 'Ukrainian',
  dishType: 'soup',
};
