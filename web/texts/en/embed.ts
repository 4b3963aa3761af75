export const embed = {
  frame: {
    petition: (n: string) => `Electronic petition No. ${n}`,
    sign: 'Sign the petition',
    newTab: 'opens in a new tab',
    page: 'Petition page',
    privacy: 'Personal data',
    by: 'Signatures are collected by the Viche site. The page around this form does not see what you type.',
  },
}
