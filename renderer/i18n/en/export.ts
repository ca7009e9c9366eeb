export const exports = {
  title: 'x',
}
