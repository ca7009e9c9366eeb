export const workspace = {
  title: 'x',
}
