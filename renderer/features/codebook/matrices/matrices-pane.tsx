export function MatricesPane() {
  return null
}
