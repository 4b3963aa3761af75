export const host = {
  kind: 'Non-governmental organisation',
  site: 'The organisation’s site',
  email: 'E-mail',
  about: 'About the organisation',
  councils: 'Whom a petition can be addressed to',
  councilsLead:
    'The organisation collects signatures for petitions to these councils. Choose one to submit yours.',
  submit: (council: string) => `Submit a petition: ${council}`,
  open: 'Collecting signatures',
  answered: 'Answered',
  all: 'All petitions of the organisation',
  none: 'The organisation has not published a petition yet.',
  embed: 'Put a petition on your own site',
  description: (name: string) => `${name}: the petitions for which the organisation collects signatures.`,
}
