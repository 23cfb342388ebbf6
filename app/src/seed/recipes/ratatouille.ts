export const ratatouille = {
  title: 'Ratatouille',
  description:
    'Summer vegetables from Provence. Each is fried on its own, so that none turns to mush.',
  ingredients: [
    {
      quantity: 2,
      name: 'aubergines',
      note: 'in 2 cm cubes',
    },
    {
      quantity: 2,
      name: 'courgettes',
      note: 'in 2 cm cubes',
    },
    {
      quantity: 2,
      name: 'red peppers',
      note: 'in strips',
    },
    {
      quantity: 2,
      name: 'onions',
      note: 'sliced',
    },
    {
      quantity: 600,
      unit: 'g',
      name: 'ripe tomatoes',
      note: 'peeled and chopped',
    },
    {
      quantity: 4,
      unit: 'cloves',
      name: 'garlic',
      note: 'sliced',
    },
    {
      quantity: 6,
      unit: 'tbsp',
      name: 'olive oil',
    },
    {
      quantity: 3,
      unit: 'sprigs',
      name: 'thyme',
    },
    {
      quantity: 1,
      name: 'bay leaf',
    },
    {
      name: 'basil leaves',
    },
  ],
  steps: [
    'Salt the aubergines, leave them for 20 minutes, and pat them dry.',
    'Fry the aubergines in 3 tablespoons of oil until golden and set them aside. Do the same with the courgettes, then with the peppers.',
    'Cook the onions in the remaining oil for 10 minutes. Add the garlic, tomatoes, thyme and bay leaf, and simmer for 15 minutes.',
    'Fold in the fried vegetables and simmer gently for 15 minutes. Season with salt and pepper.',
    'Serve warm or cold, with torn basil.',
  ],
  servings: 4,
  prepMinutes: 35,
  cookMinutes: 60,
  tags: ['vegan', 'summer'],
  cuisine: 'French',
  dishType: 'main course',
};
