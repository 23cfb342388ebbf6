/** Words of made-up titles, the usual ones first: those come up most. */
export const qualities =
  words(`quick, easy, creamy, spicy, roasted, classic, crispy, slow-cooked, baked,
  homemade, grilled, smoky, hearty, fresh, one-pot, simple, golden, vegan, braised, crunchy, zesty,
  herby, stuffed, sticky, caramelised, warm, chilled, rustic, Grandma's, sweet, sour, fiery, Sunday,
  weeknight, buttery, glazed, charred, pickled, steamed, toasted, velvety, winter, summer, festive`);

export const mains =
  words(`chicken, tomato, potato, mushroom, beef, lentil, apple, chickpea, salmon, spinach,
  carrot, pumpkin, lemon, pork, cheese, aubergine, courgette, prawn, cauliflower, chocolate, onion, rice,
  sweet potato, black bean, cod, leek, lamb, broccoli, pea, red pepper, egg, tofu, cabbage, banana, turkey,
  blueberry, butternut squash, coconut, feta, beetroot, tuna, kale, pear, almond, rhubarb, duck, plum,
  fennel, halloumi, asparagus, crab, quinoa, celeriac, cherry, parsnip, artichoke, mackerel, fig, okra`);

export const dishes =
  words(`soup, salad, curry, pasta, stew, pie, bake, cake, tart, risotto, stir-fry, tacos,
  casserole, gratin, chili, omelette, bread, noodles, muffins, burgers, pancakes, lasagne, dumplings,
  chowder, crumble, tagine, pilaf, fritters, quiche, skewers, flatbread, dal, ragout, frittata, pizza,
  goulash, paella, ramen, strudel, scones, terrine, biryani, moussaka, gnocchi, souffle, biscuits, kebabs,
  pudding, wraps, croquettes, schnitzel, empanadas, clafoutis, laksa, pierogi, ceviche`);

export const additions =
  words(`garlic, herbs, parmesan, lemon, rice, ginger, yoghurt, basil, lime, parsley,
  coriander, feta, walnuts, honey, olives, chilli, cream, mint, bacon, thyme, almonds, capers, rosemary,
  coconut milk, peanuts, dill, mustard, sage, sesame, saffron, cumin, cinnamon, vanilla, miso, tahini,
  pine nuts, harissa, chorizo, pistachios, tarragon, orange, cardamom, anchovies, horseradish`);

export const cuisines =
  words(`Italian, Indian, Mexican, French, Thai, Chinese, Greek, Japanese, Spanish,
  Turkish, Moroccan, British, American, German, Vietnamese, Lebanese, Korean, Polish, Hungarian, Persian,
  Ethiopian, Peruvian, Swedish, Georgian, Tunisian, Austrian, Brazilian, Ukrainian, Indonesian, Malaysian`);

export const dishTypes =
  words(`dinner, lunch, main course, side dish, breakfast, dessert, soup, snack,
  starter, baking, sauce, drink, preserve`);

export const tags =
  words(`vegetarian, quick, family, weeknight, gluten-free, favourite, vegan, freezer,
  one pan, comfort food, low carb, dairy-free, kids, party, spicy, budget, healthy, meal prep, Christmas,
  barbecue, high protein, leftovers, picnic, batch cooking, no bake, slow cooker, pressure cooker, Easter,
  date night, to try, from Grandma, from a friend, winter, summer, spring, autumn`);

export const cuts = words(`chopped, sliced, finely chopped, diced, grated, peeled, crushed, drained,
  halved, cut into strips, at room temperature, rinsed, roughly torn, toasted, to taste`);

export const steps = [
  'Heat the oil in a large pan over medium heat.',
  'Add the onion and cook until soft, about 8 minutes.',
  'Stir in the garlic and spices and fry for another minute.',
  'Season with salt and pepper.',
  'Bring to the boil, then simmer gently for 20 minutes.',
  'Preheat the oven to 200 °C and line a tray with baking paper.',
  'Whisk the eggs with the sugar until pale and thick.',
  'Fold in the flour and mix until just combined.',
  'Roast for 35 minutes, turning once, until golden at the edges.',
  'Leave to rest for 10 minutes before serving.',
  'Scatter the herbs over it and serve at once.',
  'Drain well and set aside.',
  'Pour over the stock and cover with a lid.',
  'Bake until a skewer comes out clean, about 40 minutes.',
  'Chill in the fridge for at least two hours.',
  'Toss everything together in a large bowl.',
  'Taste, and add lemon juice or more salt if it needs some.',
  'Divide between plates and serve with bread.',
];

export const firstNames =
  words(`Ada, Ben, Clara, David, Elif, Farid, Greta, Hugo, Ines, Jonas, Kira, Luca, Mira,
  Noah, Olga, Pavel, Rosa, Sami, Tara, Uwe, Vera, Wanda, Yusuf, Zoe`);
export const lastNames =
  words(`Baker, Cook, Miller, Gardner, Fisher, Novak, Silva, Rossi, Nguyen, Kaya, Haddad,
  Larsen, Weber, Moreau, Sato, Kim, Kowalski, Ivanova, Mensah, Patel, Garcia, Murphy`);

function words(list: string): string[] {
  return list.split(',').map((word) => word.replaceAll(/\s+/g, ' ').trim());
}
