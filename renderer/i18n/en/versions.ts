export const versions = {
  title: 'Versions',
}
