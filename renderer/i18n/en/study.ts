export const study = {
  title: 'x',
}
