/** Indexes that the requirements list, by model (REQ-018 TR-018-2). */
export const requiredIndexes: Readonly<
  Record<string, readonly Readonly<Record<string, 1 | -1>>[]>
> = {
  User: [{ resetPasswordToken: 1 }],
  Recipe: [
    { owner: 1, createdAt: -1 },
    { owner: 1, title: 1 },
    { tags: 1 },
    { cuisine: 1 },
    { dishType: 1 },
  ],
  Collection: [{ owner: 1, name: 1 }],
  MealPlan: [{ owner: 1, startDate: 1, endDate: 1 }],
  ShoppingList: [{ owner: 1, isActive: 1 }],
};
