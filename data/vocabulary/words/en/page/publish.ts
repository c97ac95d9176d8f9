export const publishEn = {
  ink: 'Ink',
  inks: { colour: 'colours', print: 'greys and numbers' },
  inkHint:
    'Greys and numbers stay readable on a photocopy; colours are chosen to be told apart by colour-blind readers.',
  picture: 'Picture for print',
  pictureHint:
    'Title, legend and source belong to the picture. It shows what the map shows now: filters, variables, part of the map.',
  pictureWidth: 'Size',
  pictureFailed: 'The picture is too large for this browser; save it as SVG.',
  saveSvg: 'Save as SVG',
  savePng: 'Save as PNG, 300 dpi',
  address: 'Address of this view',
  addressHint: 'Brings back filters, variables, selection and part of the map, as long as the study is served here.',
  addressHintPage: 'Brings back filters, variables, selection and part of the map of this file.',
  evidenceLeftOut: 'This page was published without its hyperlinks.',
  copyAddress: 'Copy the address',
  pictureNoise:
    'This browser alters pictures that a page reads back, to hide who you are (in Firefox: privacy.resistFingerprinting), so the PNG would be noise and was not saved. Save it as SVG, or allow this page to read canvases.',
}
