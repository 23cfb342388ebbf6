export const spaghettiCarbonara = {
  title: 'Spaghetti alla carbonara',
  description: 'Eggs, cheese, cured pork and pepper. There is no cream in it.',
  ingredients: [
    {
      quantity: 400,
      unit: 'g',
      name: 'spaghetti',
    },
    {
      quantity: 150,
      unit: 'g',
      name: 'guanciale',
      note: 'or pancetta, in strips',
    },
    {
      quantity: 4,
      name: 'egg yolks',
    },
    {
      quantity: 1,
      name: 'egg',
    },
    {
      quantity: 80,
      unit: 'g',
      name: 'pecorino romano',
      note: 'finely grated',
    },
    {
      quantity: 2,
      unit: 'tsp',
      name: 'black pepper',
      note: 'coarsely ground',
    },
  ],
  steps: [
    'Put the guanciale into a cold pan and render it over medium heat until crisp. Take the pan off the heat.',
    'Beat the yolks and the egg with the cheese and pepper to a thick cream.',
    'Cook the spaghetti in lightly salted water until just firm. Keep a cup of the water.',
    'Toss the spaghetti in the pan with the fat and 100 ml of the water. Let it cool for half a minute.',
    'Stir in the egg cream quickly, off the heat, with a little more water until the sauce is glossy. Serve at once.',
  ],
  servings: 4,
  prepMinutes: 10,
  cookMinutes: 20,
  tags: ['quick', 'pasta'],
  cuisine: 'Italian',
  dishType: 'main course',
};
