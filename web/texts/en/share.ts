import type { share as uk } from '../uk/share'

export const share: typeof uk = {
  title: 'Share',
  copy: 'Copy the link',
  copied: 'Copied',
  notCopied: 'It could not be copied. Select the link above and copy it yourself.',
  poster: 'Poster to print (A4)',
  code: 'QR code',
  codeAlt: 'QR code with the petition’s address',
  download: 'Download the QR code',
  posterTitle: 'The petition’s poster',
  howToPrint:
    'The poster fits a sheet of A4. Choose “Print” in the browser’s menu or press Ctrl and P: only the poster is printed.',
  print: 'Print',
  kicker: (council) => `E-petition to: ${council}`,
  scan: 'Point your phone’s camera at the code, read the petition and sign it.',
  lastDay: (day) => `Last day to sign: ${day}.`,
}
