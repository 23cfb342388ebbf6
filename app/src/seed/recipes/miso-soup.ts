export const misoSoup = {
  title: 'Miso soup with tofu',
  description: 'Ten minutes from pot to bowl, once the dashi is made.',
  ingredients: [
    {
      quantity: 1,
      unit: 'l',
      name: 'water',
    },
    {
      quantity: 10,
      unit: 'g',
      name: 'kombu',
    },
    {
      quantity: 15,
      unit: 'g',
      name: 'bonito flakes',
      note: 'leave out for a vegan soup',
    },
    {
      quantity: 4,
      unit: 'tbsp',
      name: 'white miso paste',
    },
    {
      quantity: 200,
      unit: 'g',
      name: 'silken tofu',
      note: 'in small cubes',
    },
    {
      quantity: 1,
      unit: 'tbsp',
      name: 'dried wakame',
    },
    {
      quantity: 2,
      name: 'spring onions',
      note: 'thinly sliced',
    },
  ],
  steps: [
    'Soak the kombu in the water for 30 minutes. Heat slowly and take the kombu out just before the water boils.',
    'Add the bonito flakes, turn off the heat, and strain after 2 minutes. This is dashi.',
    'Soak the wakame in cold water for 5 minutes and drain it.',
    'Warm the dashi with the tofu and wakame. It must not boil from here on.',
    'Stir the miso smooth with a ladle of dashi, then stir it into the pot. Serve with spring onions.',
  ],
  servings: 4,
  prepMinutes: 35,
  cookMinutes: 10,
  tags: ['quick', 'light'],
  cuisine: 'Japanese',
  dishType: 'soup',
};
