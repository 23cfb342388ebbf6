export const kaiserschmarrn = {
  title: 'Kaiserschmarrn',
  description: 'Fluffy pancake, torn into pieces and glazed with sugar.',
  ingredients: [
    {
      quantity: 4,
      name: 'eggs',
      note: 'separated',
    },
    {
      quantity: 250,
      unit: 'ml',
      name: 'milk',
    },
    {
      quantity: 150,
      unit: 'g',
      name: 'flour',
    },
    {
      quantity: 2,
      unit: 'tbsp',
      name: 'sugar',
      note: 'and some more for glazing',
    },
    {
      quantity: 1,
      unit: 'pinch',
      name: 'salt',
    },
    {
      quantity: 50,
      unit: 'g',
      name: 'raisins',
      note: 'soaked in rum or apple juice',
    },
    {
      quantity: 50,
      unit: 'g',
      name: 'butter',
    },
    {
      name: 'icing sugar',
    },
    {
      name: 'plum compote or apple sauce',
      note: 'to serve',
    },
  ],
  steps: [
    'Whisk the egg yolks, milk, flour and salt to a smooth batter. Leave for 15 minutes.',
    'Beat the egg whites with the sugar until stiff and fold them in.',
    'Melt half of the butter in a wide pan. Pour in the batter, scatter the raisins over it, and cook over medium-low heat until the bottom is golden, about 5 minutes.',
    'Cut it into quarters, turn them, and cook for 4 minutes more. Tear everything into bite-sized pieces with two forks.',
    'Add the remaining butter and a tablespoon of sugar, and toss until the pieces are glazed. Dust with icing sugar and serve with compote.',
  ],
  servings: 2,
  prepMinutes: 25,
  cookMinutes: 15,
  tags: ['vegetarian', 'sweet'],
  cuisine: 'Austrian',
  dishType: 'dessert',
};
