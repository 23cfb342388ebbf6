/** Labels by which Services, policies and budgets find the pods of a component. They never change. */
export function selectorOf(component: string): Record<string, string> {
  return { 'app.kubernetes.io/name': component };
}
